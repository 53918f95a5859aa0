package org.countinghouse.reporting.export.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countinghouse.reporting.render.CsvRenderer;
import org.countinghouse.reporting.spi.LedgerEntry;
import org.countinghouse.reporting.spi.LedgerFormat;
import org.countinghouse.reporting.spi.LedgerHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One record per line of a journal, for spreadsheets and scripts. */
@Component
class CsvFormat implements LedgerFormat {

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv;charset=UTF-8";
  }

  @Override
  public LedgerWriter begin(LedgerHeader header, Writer out) {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(
        "number",
        "postingDate",
        "line",
        "account",
        "accountName",
        "amount",
        "currency",
        "baseAmount",
        "baseCurrency",
        "costCentre",
        "text",
        "description",
        "source",
        "sourceReference",
        "maker",
        "checker");
    Map<String, String> names =
        header.accounts().stream()
            .collect(Collectors.toMap(LedgerHeader.Account::code, LedgerHeader.Account::name));
    return new LedgerWriter() {
      @Override
      public void write(LedgerEntry entry) {
        entry.lines().forEach(line -> csv.writeRecord(record(entry, line, names)));
      }

      @Override
      public void end() throws IOException {
        csv.flush();
      }
    };
  }

  private static String[] record(
      LedgerEntry entry, LedgerEntry.Line line, Map<String, String> names) {
    return new String[] {
      entry.number(),
      entry.postingDate().toString(),
      Integer.toString(line.number()),
      line.account(),
      text(names.get(line.account())),
      line.amount().amount().toPlainString(),
      line.amount().currency().getCurrencyCode(),
      line.baseAmount().amount().toPlainString(),
      line.baseAmount().currency().getCurrencyCode(),
      text(line.costCentre()),
      text(line.text()),
      text(entry.description()),
      text(entry.source()),
      text(entry.sourceReference()),
      text(entry.maker()),
      text(entry.checker())
    };
  }

  private static String text(@Nullable String text) {
    return CsvRenderer.disarmed(Objects.requireNonNullElse(text, ""));
  }
}
