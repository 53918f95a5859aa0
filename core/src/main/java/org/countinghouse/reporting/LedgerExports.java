package org.countinghouse.reporting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.export.LedgerSource;
import org.countinghouse.reporting.spi.LedgerEntry;
import org.countinghouse.reporting.spi.LedgerFormat;
import org.countinghouse.reporting.spi.LedgerFormat.LedgerWriter;
import org.countinghouse.reporting.spi.LedgerHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the ledger as text other programs read, so that nobody has to take our balances on trust.
 * Journals are streamed: the size of the books does not matter.
 */
@Service
public class LedgerExports {

  private final Map<String, LedgerFormat> formats = new TreeMap<>();
  private final LedgerSource source;
  private final Clock clock;

  LedgerExports(List<LedgerFormat> formats, LedgerSource source, Clock clock) {
    formats.forEach(format -> this.formats.put(format.name(), format));
    this.source = source;
    this.clock = clock;
  }

  /**
   * What was written.
   *
   * @param journals how many, balances brought forward not counted
   */
  public record Exported(long journals, long lines) {}

  /**
   * The format of this name.
   *
   * @throws org.countinghouse.errors.BusinessException {@code reporting.format-unknown}
   */
  public LedgerFormat format(String name) {
    LedgerFormat format = formats.get(name);
    if (format == null) {
      throw ReportingError.FORMAT_UNKNOWN.with(name, String.join(", ", formats.keySet()));
    }
    return format;
  }

  /**
   * Writes every journal posted from one day to another, as the books stand at one moment, and
   * leaves the stream open. Reads in a transaction of its own.
   *
   * @param from first of a month, whose opening balances are the first entry; null: everything
   * @throws org.countinghouse.errors.BusinessException {@code reporting.format-unknown}, {@code
   *     reporting.export-range}
   */
  @Transactional(
      readOnly = true,
      isolation = Isolation.REPEATABLE_READ,
      propagation = Propagation.REQUIRES_NEW)
  public Exported write(
      String format,
      Organization organization,
      @Nullable LocalDate from,
      LocalDate to,
      OutputStream out)
      throws IOException {
    LedgerFormat wanted = format(format);
    if (from != null && (from.getDayOfMonth() != 1 || from.isAfter(to))) {
      throw ReportingError.EXPORT_RANGE.with(from, to);
    }
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    LedgerWriter writer =
        wanted.begin(
            new LedgerHeader(
                organization, from, to, clock.instant(), source.accounts(organization)),
            text);
    var opening = from == null ? null : source.balancesBefore(organization, from);
    if (opening != null) {
      writer.write(opening);
    }
    try {
      Exported exported = source.forEach(organization, from, to, entry -> write(writer, entry));
      writer.end();
      text.flush();
      return exported;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A file name that says what is inside. */
  public String fileName(
      String format, Organization organization, @Nullable LocalDate from, LocalDate to) {
    return "ledger-%s-%s%s.%s"
        .formatted(
            organization.code(), from == null ? "" : from + "-", to, format(format).extension());
  }

  private static void write(LedgerWriter writer, LedgerEntry entry) {
    try {
      writer.write(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
