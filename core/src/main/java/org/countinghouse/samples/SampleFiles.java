package org.countinghouse.samples;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;

/** The sample books as the files of the {@code journals} channel. */
public final class SampleFiles {

  /** The columns, as {@code docs/how-to} describes them. */
  private static final String HEADER =
      "entry,date,line,account,debit,credit,currency,currency_amount,rate,cost_centre,source,text\n";

  private SampleFiles() {}

  /** Writes the entries as one file. */
  public static void write(Collection<SampleEntry> entries, SampleCompany company, Appendable out)
      throws IOException {
    out.append(HEADER);
    for (SampleEntry entry : entries) {
      int number = 0;
      for (DraftLine line : entry.lines()) {
        write(entry, ++number, line, company, out);
      }
    }
  }

  /** The entries as one file's text. */
  public static String csv(Collection<SampleEntry> entries, SampleCompany company) {
    var out = new StringBuilder();
    try {
      write(entries, company, out);
    } catch (IOException e) {
      throw new IllegalStateException("text in memory takes everything", e);
    }
    return out.toString();
  }

  private static void write(
      SampleEntry entry, int number, DraftLine line, SampleCompany company, Appendable out)
      throws IOException {
    BigDecimal base = line.baseAmount().amount();
    String side = base.abs().toPlainString();
    Money amount = line.amount();
    boolean foreign = !amount.currency().equals(company.currency());
    out.append(entry.reference()).append(',').append(entry.date().toString()).append(',');
    out.append(Integer.toString(number)).append(',').append(line.account()).append(',');
    out.append(base.signum() < 0 ? "," + side : side + ",").append(',');
    out.append(amount.currency().getCurrencyCode()).append(',');
    out.append(foreign ? amount.amount().abs().toPlainString() : "").append(",,");
    out.append(line.costCentre() == null ? "" : line.costCentre()).append(',');
    out.append(entry.source()).append(',').append(entry.description()).append('\n');
  }
}
