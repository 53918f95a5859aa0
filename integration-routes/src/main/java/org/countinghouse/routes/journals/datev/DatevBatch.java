package org.countinghouse.routes.journals.datev;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.errors.Finding;
import org.countinghouse.routes.journals.Booking;
import org.countinghouse.routes.journals.BookingError;
import org.jspecify.annotations.Nullable;

/**
 * A booking batch as DATEV's interface description defines it ("Schnittstellenbeschreibung EXTF",
 * format category 21): a header line, a line of column names, one booking per line; semicolons,
 * decimal comma, days without a year, Windows-1252 unless it is UTF-8.
 *
 * @param name what its maker called the batch
 * @param bookings in the order of their lines
 */
record DatevBatch(String name, List<Booking> bookings) {

  private static final Pattern FIELD =
      Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^;\"][^;]*|))(;|$)");
  private static final String BOOKING_BATCH = "21";

  /** Places of header fields, counted from 0. */
  private static final int CATEGORY = 2;

  private static final int MADE_AT = 5;
  private static final int YEAR_START = 12;
  private static final int NAME = 16;
  private static final int CURRENCY = 21;

  static DatevBatch read(byte[] content, List<Finding> findings) {
    List<String> lines = text(content).lines().toList();
    List<String> header = lines.isEmpty() ? null : aligned(fields(lines.get(0)));
    LocalDate yearStart = header == null ? null : day(field(header, YEAR_START));
    if (header == null || yearStart == null || !field(header, CATEGORY).equals(BOOKING_BATCH)) {
      String said = lines.isEmpty() ? "" : lines.get(0);
      findings.add(
          BookingError.DATEV_HEADER.at("line 1", said.substring(0, Math.min(60, said.length()))));
      return new DatevBatch("", List.of());
    }
    DatevColumns columns =
        DatevColumns.of(lines.size() < 2 ? null : fields(lines.get(1)), findings);
    if (columns == null) {
      return new DatevBatch(field(header, NAME), List.of());
    }
    var rows =
        new DatevRows(
            columns,
            yearStart,
            currency(field(header, CURRENCY), Currency.getInstance("EUR")),
            field(header, MADE_AT),
            findings);
    List<Booking> bookings = new ArrayList<>();
    for (int i = 2; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Booking booking = rows.booking(i + 1, fields(lines.get(i)));
        if (booking != null) {
          bookings.add(booking);
        }
      }
    }
    return new DatevBatch(field(header, NAME), bookings);
  }

  /** Some programs write an empty field too many before the consultant's number. */
  private static @Nullable List<String> aligned(@Nullable List<String> header) {
    boolean shifted =
        header != null
            && day(field(header, YEAR_START)) == null
            && day(field(header, YEAR_START + 1)) != null
            && field(header, MADE_AT + 1).isEmpty();
    if (header == null || !shifted) {
      return header;
    }
    List<String> aligned = new ArrayList<>(header);
    aligned.remove(MADE_AT + 1);
    return aligned;
  }

  /** The fields of a line; null when its quotes do not pair. */
  private static @Nullable List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      String quoted = field.group(1);
      fields.add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
      if (field.group(3).isEmpty()) {
        return fields;
      }
    }
    return null;
  }

  static String field(List<String> fields, int index) {
    return index < 0 || index >= fields.size() ? "" : fields.get(index).strip();
  }

  private static @Nullable LocalDate day(String written) {
    try {
      return LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The currency of this code, or the other where the field is empty or no code. */
  static Currency currency(String code, Currency otherwise) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(code))
        .findFirst()
        .orElse(otherwise);
  }

  private static String text(byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(content, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
