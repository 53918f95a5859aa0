package org.countinghouse.routes.journals.datev;

import static org.countinghouse.routes.journals.datev.DatevBatch.field;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.countinghouse.errors.ErrorCode;
import org.countinghouse.errors.Finding;
import org.countinghouse.routes.journals.Booking;
import org.countinghouse.routes.journals.BookingError;
import org.jspecify.annotations.Nullable;

/** Reads the bookings of one batch. */
final class DatevRows {

  private static final int REFERENCE_MAX = 36;

  private final DatevColumns columns;
  private final LocalDate yearStart;
  private final Currency currency;
  private final String madeAt;
  private final List<Finding> findings;

  /**
   * @param madeAt tells batches apart, so that document numbers may come again in a later one
   */
  DatevRows(
      DatevColumns columns,
      LocalDate yearStart,
      Currency currency,
      String madeAt,
      List<Finding> findings) {
    this.columns = columns;
    this.yearStart = yearStart;
    this.currency = currency;
    this.madeAt = madeAt;
    this.findings = findings;
  }

  /** The booking on a line; null, and findings, when it is not one. */
  @Nullable Booking booking(int line, @Nullable List<String> fields) {
    String place = "line " + line;
    if (fields == null) {
      findings.add(BookingError.DATEV_QUOTES.at(place));
      return null;
    }
    int before = findings.size();
    BigDecimal amount = amount(place, field(fields, columns.amount()));
    BigDecimal base =
        field(fields, columns.baseAmount()).isEmpty()
            ? null
            : amount(place, field(fields, columns.baseAmount()));
    String side = field(fields, columns.side());
    refuse(!side.matches("[SH]"), place, BookingError.DATEV_SIDE, side);
    String account = field(fields, columns.account());
    String contra = field(fields, columns.contraAccount());
    refuse(account.isEmpty(), place, BookingError.DATEV_ACCOUNT, "Konto");
    refuse(contra.isEmpty(), place, BookingError.DATEV_ACCOUNT, "Gegenkonto");
    String key = field(fields, columns.taxKey());
    refuse(!key.isEmpty() && !key.matches("0+"), place, BookingError.DATEV_TAX_KEY, key);
    String reference = field(fields, columns.reference());
    refuse(
        reference.length() > REFERENCE_MAX,
        place,
        BookingError.DATEV_REFERENCE,
        reference.length());
    LocalDate date = date(place, field(fields, columns.date()));
    if (findings.size() > before || amount == null || date == null) {
      return null;
    }
    String text = field(fields, columns.text());
    BigDecimal signed = side.equals("S") ? amount : amount.negate();
    BigDecimal signedBase = base == null || side.equals("S") ? base : base.negate();
    Currency in = DatevBatch.currency(field(fields, columns.currency()), currency);
    String costCentre = field(fields, columns.costCentre());
    @Nullable String where = costCentre.isEmpty() ? null : costCentre;
    return new Booking(
        place,
        date,
        "%s/%d %s".formatted(madeAt, line, reference).strip(),
        text.isEmpty() ? "DATEV " + reference : text,
        List.of(
            new Booking.Line(account, signed, in, signedBase, where, null),
            new Booking.Line(
                contra,
                signed.negate(),
                in,
                signedBase == null ? null : signedBase.negate(),
                where,
                null)));
  }

  private @Nullable BigDecimal amount(String place, String written) {
    if (!written.matches("\\d{1,13}(,\\d{1,2})?")) {
      findings.add(BookingError.DATEV_AMOUNT.at(place, written));
      return null;
    }
    return new BigDecimal(written.replace(',', '.'));
  }

  /** {@code 703} is the 7th of March of the one year the batch is for. */
  private @Nullable LocalDate date(String place, String written) {
    try {
      int digits = written.matches("\\d{3,4}") ? Integer.parseInt(written) : 0;
      LocalDate day = LocalDate.of(yearStart.getYear(), digits % 100, digits / 100);
      return day.isBefore(yearStart) ? day.plusYears(1) : day;
    } catch (DateTimeException e) {
      findings.add(BookingError.DATEV_DATE.at(place, written, yearStart));
      return null;
    }
  }

  private void refuse(boolean wrong, String place, ErrorCode code, Object detail) {
    if (wrong) {
      findings.add(code.at(place, detail));
    }
  }
}
