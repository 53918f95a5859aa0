package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads as much of the plain-text journals of ledger, hledger and beancount as their own examples
 * use: inferred amounts, prices, costs, balance assignments, automated postings.
 */
final class PlainTextJournal {

  /** Where what a posting in brackets lacks on the other side is kept. */
  static final String VIRTUAL = "Equity:Virtual";

  private static final Pattern ENTRY =
      Pattern.compile("^(\\d{4}[-/]\\d\\d[-/]\\d\\d)(?:=\\S+)?\\s+(.*)");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?|\\.\\d+");

  private final List<Entry> entries = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Map<String, BigDecimal>> running = new HashMap<>();
  private String defaultCommodity = "";

  private PlainTextJournal() {}

  /** A number of something. */
  record Amount(BigDecimal number, String commodity) {}

  /**
   * A posting.
   *
   * @param weight what it counts for in the balance of its entry: its cost or price, else itself
   */
  record Posting(String account, Amount amount, Amount weight) {}

  /** An entry with every amount known. */
  record Entry(LocalDate date, String text, List<Posting> postings) {}

  /** An automated posting: a share of whatever is posted to matching accounts. */
  private record Rule(Pattern account, String target, BigDecimal factor) {}

  /** All entries of a file in the order they stand. */
  static List<Entry> read(String text) {
    PlainTextJournal journal = new PlainTextJournal();
    journal.readAll(text.lines().toList());
    return journal.entries;
  }

  private void readAll(List<String> lines) {
    boolean comment = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      comment = line.equals("comment") || (comment && !line.equals("end comment"));
      Matcher entry = ENTRY.matcher(line);
      if (comment || line.isBlank()) {
        continue;
      }
      List<String> block = new ArrayList<>();
      while (i + 1 < lines.size() && lines.get(i + 1).matches("\\s+\\S.*")) {
        block.add(lines.get(++i));
      }
      if (entry.matches()
          && !entry
              .group(2)
              .matches("(open|close|commodity|balance|price|event|query|option|pad) .*")) {
        addEntry(LocalDate.parse(entry.group(1).replace('/', '-')), entry.group(2), block);
      } else if (line.startsWith("= /")) {
        addRules(line.substring(3, line.lastIndexOf('/')), block);
      } else if (line.startsWith("N ")) {
        defaultCommodity = line.substring(2).strip();
      }
    }
  }

  private void addRules(String pattern, List<String> block) {
    for (String line : block) {
      String[] parts = line.strip().split("\\s{2,}");
      rules.add(
          new Rule(
              Pattern.compile(pattern),
              parts[0].replaceAll("[()]", ""),
              new BigDecimal(parts[1].strip())));
    }
  }

  private void addEntry(LocalDate date, String text, List<String> block) {
    List<Posting> postings = new ArrayList<>();
    String inferred = null;
    for (String line : block) {
      String posting = line.replaceFirst(";.*", "").strip();
      if (posting.isEmpty() || posting.matches("[a-z][\\w-]*:\\s.*")) {
        continue;
      }
      String[] parts = posting.split("\\s{2,}|\\t", 2);
      if (parts.length == 1) {
        inferred = parts[0];
      } else if (parts[1].strip().startsWith("=")) {
        postings.addAll(assigned(parts[0], parts[1]));
      } else {
        postings.add(posting(parts[0], parts[1].replaceFirst("\\s=+\\*?\\s.*", "")));
      }
    }
    if (inferred != null) {
      postings.addAll(opposite(inferred, weights(postings)));
    }
    postings.addAll(automated(postings));
    postings.forEach(
        each ->
            running
                .computeIfAbsent(each.account(), account -> new HashMap<>())
                .merge(each.amount().commodity(), each.amount().number(), BigDecimal::add));
    entries.add(new Entry(date, text, List.copyOf(postings)));
  }

  /** {@code ==* 0}: whatever brings the account and those below it to nothing. */
  private List<Posting> assigned(String account, String target) {
    if (!target.strip().equals("==* 0")) {
      throw new IllegalArgumentException("an assignment of another kind: " + target);
    }
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    running.forEach(
        (name, amounts) -> {
          if (name.equals(account) || name.startsWith(account + ":")) {
            amounts.forEach((commodity, sum) -> sums.merge(commodity, sum, BigDecimal::add));
          }
        });
    return opposite(account, sums);
  }

  private static List<Posting> opposite(String account, Map<String, BigDecimal> sums) {
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue().signum() != 0)
        .map(sum -> new Amount(sum.getValue().negate(), sum.getKey()))
        .map(amount -> new Posting(account, amount, amount))
        .toList();
  }

  static Map<String, BigDecimal> weights(List<Posting> postings) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    postings.forEach(
        posting ->
            sums.merge(posting.weight().commodity(), posting.weight().number(), BigDecimal::add));
    return sums;
  }

  private List<Posting> automated(List<Posting> postings) {
    List<Posting> more = new ArrayList<>();
    for (Rule rule : rules) {
      for (Posting posting : postings) {
        if (rule.account().matcher(posting.account()).find()) {
          Amount share =
              new Amount(
                  posting
                      .amount()
                      .number()
                      .multiply(rule.factor())
                      .setScale(2, RoundingMode.HALF_UP),
                  posting.amount().commodity());
          Amount back = new Amount(share.number().negate(), share.commodity());
          more.add(new Posting(rule.target(), share, share));
          more.add(new Posting(VIRTUAL, back, back));
        }
      }
    }
    return more;
  }

  private Posting posting(String account, String written) {
    Matcher parts =
        Pattern.compile("([^{@]+)(?:\\{([^}]*)\\})?\\s*(?:(@@?)(.*))?").matcher(written.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(written);
    }
    Amount amount = amount(parts.group(1));
    return new Posting(
        account, amount, weight(amount, parts.group(2), parts.group(3), parts.group(4)));
  }

  private Amount weight(
      Amount amount, @Nullable String cost, @Nullable String at, @Nullable String price) {
    if (cost != null) {
      Amount each = amount(cost);
      return new Amount(amount.number().multiply(each.number()), each.commodity());
    }
    if (price == null || at == null) {
      return amount;
    }
    Amount of = amount(price);
    BigDecimal factor =
        at.equals("@") ? amount.number() : BigDecimal.valueOf(amount.number().signum());
    return new Amount(factor.multiply(of.number()), of.commodity());
  }

  /** A number with its commodity before or behind it: {@code $ -1,396.00}, {@code 20 EUR}. */
  private Amount amount(String written) {
    Matcher number = NUMBER.matcher(written);
    if (!number.find()) {
      throw new IllegalArgumentException("no amount: " + written);
    }
    BigDecimal absolute = new BigDecimal(number.group().replace(",", ""));
    String rest = written.substring(0, number.start()) + written.substring(number.end());
    String commodity = rest.replaceAll("[\\s-]", "");
    return new Amount(
        rest.contains("-") ? absolute.negate() : absolute,
        commodity.isEmpty() ? defaultCommodity : commodity);
  }

  /** Every amount in a cell of a trial balance: lots counted together, their costs left out. */
  static Map<String, BigDecimal> balances(String cell) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    String plain =
        cell.replaceAll("\\{[^}]*\\}|\\[[^]]*\\]", "").replaceAll("(?<=[A-Z]\\s{0,9}),", "\n");
    for (String one : plain.split("\n")) {
      if (!one.isBlank()) {
        Amount amount = new PlainTextJournal().amount(one);
        sums.merge(amount.commodity(), amount.number(), BigDecimal::add);
      }
    }
    return sums;
  }
}
