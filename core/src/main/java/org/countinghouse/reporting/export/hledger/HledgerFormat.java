package org.countinghouse.reporting.export.hledger;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.reporting.spi.LedgerEntry;
import org.countinghouse.reporting.spi.LedgerFormat;
import org.countinghouse.reporting.spi.LedgerHeader;
import org.springframework.stereotype.Component;

/**
 * A journal for hledger (1.25 or later). Foreign amounts carry what they cost in base currency, so
 * {@code hledger balance -B} shows the books in base currency and {@code hledger balance} each
 * currency by itself.
 */
@Component
class HledgerFormat implements LedgerFormat {

  @Override
  public String name() {
    return "hledger";
  }

  @Override
  public String extension() {
    return "journal";
  }

  @Override
  public String mediaType() {
    return "text/plain;charset=UTF-8";
  }

  @Override
  public LedgerWriter begin(LedgerHeader header, Writer out) throws IOException {
    Map<String, String> names = new HashMap<>();
    out.write(
        "; Ledger of %s (%s) to %s, made %s; costs in %s\ndecimal-mark .\n"
            .formatted(
                plain(header.organization().name()),
                header.organization().code(),
                header.to(),
                header.madeAt(),
                header.organization().baseCurrency()));
    for (LedgerHeader.Account account : header.accounts()) {
      String name = account.root() + ":" + account.code() + " " + plain(account.name());
      names.put(account.code(), name);
      out.write("account %s  ; type: %s\n".formatted(name, typeLetter(account.type())));
    }
    return entry -> write(entry, names, out);
  }

  private static void write(LedgerEntry entry, Map<String, String> names, Writer out)
      throws IOException {
    out.write(
        "\n%s (%s) %s  ; source: %s, reference: %s\n"
            .formatted(
                entry.postingDate(),
                entry.number(),
                plain(entry.description()),
                value(entry.source()),
                value(entry.sourceReference())));
    for (LedgerEntry.Line line : entry.lines()) {
      for (LedgerEntry.Posting posting : line.postings()) {
        out.write("    " + names.get(line.account()) + "  ");
        out.write(posting.amount().amount().toPlainString());
        out.write(" " + posting.amount().currency());
        if (posting.cost() != null) {
          out.write(" @@ " + posting.cost().amount().toPlainString());
          out.write(" " + posting.cost().currency());
        }
        if (line.costCentre() != null) {
          out.write("  ; cost-centre: " + value(line.costCentre()));
        }
        out.write('\n');
      }
    }
  }

  private static char typeLetter(AccountType type) {
    return switch (type) {
      case ASSET -> 'A';
      case LIABILITY -> 'L';
      case EQUITY -> 'E';
      case INCOME -> 'R';
      case EXPENSE -> 'X';
    };
  }

  /**
   * One line, no comment sign, no account separator, no two blanks in a row: hledger's own signs.
   */
  private static String plain(String text) {
    return text.replace(';', ',').replace(':', '-').replaceAll("\\s+", " ").strip();
  }

  /** A tag's value ends at the comma. */
  private static String value(String text) {
    return text.replace(',', ' ').replaceAll("\\s+", " ").strip();
  }
}
