package org.countinghouse.routes.fxrates.ecbcsv;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.currency.CurrencyError;
import org.countinghouse.exchange.Reading;
import org.countinghouse.routes.fxrates.EcbRates;

/**
 * The ECB's table: one column per currency, one line per day. The history writes its days as {@code
 * 2026-10-30}, the daily file as {@code 30 October 2026} with blanks after the commas; both end
 * each line with a comma. {@code N/A}: no rate on that day.
 */
final class EcbCsv {

  private static final String NONE = "N/A";
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF"; // as ISO 8859-1 shows it
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private final List<String> lines;
  private final EcbRates rates = new EcbRates();

  EcbCsv(String text) {
    String plain =
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    this.lines = plain.lines().toList();
  }

  Reading<EcbRates.Content> read() {
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
    if (header.size() < 2 || !header.get(0).equals("Date")) {
      String found = lines.isEmpty() ? "" : lines.get(0);
      return Reading.refused(
          CurrencyError.FILE_HEADER.at(
              "line 1", found.substring(0, Math.min(100, found.length()))));
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        readLine(i + 1, cells(lines.get(i)), header);
      }
    }
    return rates.reading();
  }

  private void readLine(int number, List<String> cells, List<String> header) {
    String place = "line " + number;
    if (cells.size() != header.size()) {
      rates.found(CurrencyError.FILE_CELLS.at(place, cells.size(), header.size()));
      return;
    }
    Optional<LocalDate> day = day(cells.get(0));
    if (day.isEmpty()) {
      rates.found(CurrencyError.FILE_DAY.at(place, cells.get(0)));
      return;
    }
    for (int column = 1; column < cells.size(); column++) {
      String rate = cells.get(column);
      if (!rate.equals(NONE) && !rate.isEmpty()) {
        rates
            .currency(header.get(column), place)
            .ifPresent(currency -> rates.add(currency, day.get(), rate, place));
      }
    }
  }

  /** The cells of a line without what its last comma ends. */
  private static List<String> cells(String line) {
    List<String> cells =
        new ArrayList<>(Stream.of(line.split(",", -1)).map(String::strip).toList());
    if (cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(
          written.contains(" ") ? LocalDate.parse(written, IN_WORDS) : LocalDate.parse(written));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
