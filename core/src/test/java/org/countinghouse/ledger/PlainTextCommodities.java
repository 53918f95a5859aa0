package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.PlainTextJournal.Entry;
import org.countinghouse.ledger.PlainTextJournal.Posting;

/** What is counted in a journal, and the currency each is kept in here. */
final class PlainTextCommodities {

  private static final Map<String, String> SIGNS = Map.of("$", "USD", "€", "EUR", "£", "GBP");

  /** Shares and hours are no currencies; these, none of which a sample uses, stand in for them. */
  private static final List<String> STAND_INS =
      List.of("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", "CLF", "UYW");

  private final Map<String, String> codes = new LinkedHashMap<>();
  private final String base;

  PlainTextCommodities(List<Entry> entries) {
    String first = entries.get(0).postings().get(0).amount().commodity();
    base = SIGNS.getOrDefault(first, first);
    for (Entry entry : entries) {
      for (Posting posting : entry.postings()) {
        String commodity = posting.amount().commodity();
        String known = SIGNS.getOrDefault(commodity, commodity);
        if (known.matches("USD|EUR|GBP|HRK")) {
          codes.put(commodity, known);
        } else if (!codes.containsKey(commodity)) {
          codes.put(commodity, STAND_INS.get((int) standInsUsed()));
        }
      }
    }
  }

  private long standInsUsed() {
    return codes.values().stream().filter(STAND_INS::contains).count();
  }

  String base() {
    return base;
  }

  String code(String commodity) {
    return codes.get(commodity);
  }

  String name(String code) {
    return codes.entrySet().stream()
        .filter(each -> each.getValue().equals(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** At its price or cost; what has neither counts for itself. */
  BigDecimal inBase(Posting posting) {
    return posting.weight().number().setScale(2, RoundingMode.HALF_UP);
  }
}
