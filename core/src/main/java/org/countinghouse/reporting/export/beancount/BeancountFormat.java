package org.countinghouse.reporting.export.beancount;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.countinghouse.reporting.spi.LedgerEntry;
import org.countinghouse.reporting.spi.LedgerFormat;
import org.countinghouse.reporting.spi.LedgerHeader;
import org.springframework.stereotype.Component;

/**
 * A file for beancount (2.3 or later), which checks by itself that every journal balances in base
 * currency. Account names there know only letters, digits and dashes: the code stands in them, the
 * name beside.
 */
@Component
class BeancountFormat implements LedgerFormat {

  /** Before anything that can be posted. */
  private static final String OPENED = "1900-01-01";

  @Override
  public String name() {
    return "beancount";
  }

  @Override
  public String extension() {
    return "beancount";
  }

  @Override
  public String mediaType() {
    return "text/plain;charset=UTF-8";
  }

  @Override
  public LedgerWriter begin(LedgerHeader header, Writer out) throws IOException {
    out.write(
        "option \"title\" %s\noption \"operating_currency\" \"%s\"\n; to %s, made %s\n"
            .formatted(
                quoted(header.organization().name() + " (" + header.organization().code() + ")"),
                header.organization().baseCurrency(),
                header.to(),
                header.madeAt()));
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (LedgerHeader.Account account : header.accounts()) {
      String name = free(account.root() + ":" + component(account.code()), taken);
      names.put(account.code(), name);
      out.write(
          "%s open %s\n  code: %s\n  name: %s\n"
              .formatted(OPENED, name, quoted(account.code()), quoted(account.name())));
    }
    return entry -> write(entry, names, out);
  }

  private static void write(LedgerEntry entry, Map<String, String> names, Writer out)
      throws IOException {
    out.write(
        "\n%s * %s\n  number: %s\n  source: %s\n  reference: %s\n"
            .formatted(
                entry.postingDate(),
                quoted(entry.description()),
                quoted(entry.number()),
                quoted(entry.source()),
                quoted(entry.sourceReference())));
    for (LedgerEntry.Line line : entry.lines()) {
      for (LedgerEntry.Posting posting : line.postings()) {
        out.write("  " + names.get(line.account()) + "  ");
        out.write(posting.amount().amount().toPlainString());
        out.write(" " + posting.amount().currency());
        if (posting.cost() != null) {
          out.write(" @@ " + posting.cost().amount().toPlainString());
          out.write(" " + posting.cost().currency());
        }
        out.write('\n');
        if (line.costCentre() != null) {
          out.write("    cost-centre: " + quoted(line.costCentre()) + "\n");
        }
      }
    }
  }

  private static String component(String code) {
    String component = code.replaceAll("[^A-Za-z0-9-]", "-");
    return component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
  }

  /** Two codes may become one name: {@code 1300.A} and {@code 1300-A}. */
  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int copy = 2; !taken.add(candidate); copy++) {
      candidate = name + "-" + copy;
    }
    return candidate;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
  }
}
