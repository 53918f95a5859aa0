package org.countinghouse.ledger.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.ledger.Fault;
import org.countinghouse.ledger.JournalImportError;

/** Where each column stands in this file; -1 for one that is absent and may be. */
record Columns(
    int count,
    int entry,
    int date,
    int line,
    int account,
    int debit,
    int credit,
    int currency,
    int currencyAmount,
    int rate,
    int costCentre,
    int project,
    int source,
    int text) {

  private static final List<String> REQUIRED =
      List.of("entry", "date", "line", "account", "debit", "credit", "currency");
  private static final List<String> OPTIONAL =
      List.of("currency_amount", "rate", "cost_centre", "project", "source", "text");
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /** Reads the header; what is wrong with it goes to the log. */
  static Columns read(CsvRecords header, char separator, FindingLog log) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    if (!header.isWellFormed() || header.isTooLong() || !header.isUtf8()) {
      wrong.add("It cannot be read.");
    } else if (!usesAnother(header, separator, log)) {
      for (int i = 0; i < header.fields(); i++) {
        String name = header.text(i).strip().toLowerCase(Locale.ROOT);
        if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
          wrong.add("'" + name + "' is none.");
        } else if (places.putIfAbsent(name, i) != null) {
          wrong.add("'" + name + "' stands twice.");
        }
      }
      REQUIRED.stream()
          .filter(name -> !places.containsKey(name))
          .forEach(name -> wrong.add("'" + name + "' is missing."));
    }
    if (!wrong.isEmpty()) {
      log.add(
          header.line(),
          Fault.of(JournalImportError.HEADER, String.join(",", REQUIRED), String.join(" ", wrong)));
    }
    return of(header.fields(), places);
  }

  private static boolean usesAnother(CsvRecords header, char separator, FindingLog log) {
    String only = header.fields() == 1 ? header.text(0) : "";
    for (char other : SEPARATORS) {
      if (other != separator && only.indexOf(other) >= 0) {
        log.add(
            header.line(),
            Fault.of(JournalImportError.SEPARATOR, shown(other), shown(separator), shown(other)));
        return true;
      }
    }
    return false;
  }

  private static String shown(char separator) {
    return separator == '\t' ? "tab" : String.valueOf(separator);
  }

  private static Columns of(int count, Map<String, Integer> places) {
    return new Columns(
        count,
        places.getOrDefault("entry", -1),
        places.getOrDefault("date", -1),
        places.getOrDefault("line", -1),
        places.getOrDefault("account", -1),
        places.getOrDefault("debit", -1),
        places.getOrDefault("credit", -1),
        places.getOrDefault("currency", -1),
        places.getOrDefault("currency_amount", -1),
        places.getOrDefault("rate", -1),
        places.getOrDefault("cost_centre", -1),
        places.getOrDefault("project", -1),
        places.getOrDefault("source", -1),
        places.getOrDefault("text", -1));
  }
}
