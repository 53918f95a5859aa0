package org.countinghouse.close.certificate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countinghouse.close.certificate.CloseCertificate.Difference;

/**
 * A trial balance as it is certified: accounts that ever moved, in the order of their codes.
 *
 * @param currency base currency of the organization
 * @param sha256 hash over the rows; it is what the second person approves
 */
public record Figures(String currency, List<Row> rows, String sha256) {

  public Figures {
    rows = List.copyOf(rows);
  }

  /**
   * One account.
   *
   * @param debit sum of its debits
   * @param credit sum of its credits, positive
   * @param balance debit less credit
   */
  public record Row(
      String account,
      String name,
      String type,
      BigDecimal debit,
      BigDecimal credit,
      BigDecimal balance) {

    boolean moved() {
      return debit.signum() != 0 || credit.signum() != 0;
    }

    boolean sameAmountsAs(Row other) {
      return debit.compareTo(other.debit) == 0
          && credit.compareTo(other.credit) == 0
          && balance.compareTo(other.balance) == 0;
    }
  }

  /** The figures of these rows: accounts that never moved left out, the others sorted, hashed. */
  public static Figures of(String currency, List<Row> rows) {
    List<Row> moved = new ArrayList<>(rows.stream().filter(Row::moved).toList());
    moved.sort((a, b) -> a.account().compareTo(b.account()));
    return new Figures(currency, moved, hash(currency, moved));
  }

  /** Sum of all debits. */
  public BigDecimal totalDebit() {
    return rows.stream().map(Row::debit).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Sum of all credits. */
  public BigDecimal totalCredit() {
    return rows.stream().map(Row::credit).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether the stated hash is that of the rows. */
  boolean isIntact() {
    return sha256.equals(hash(currency, rows));
  }

  /** Accounts whose balance or turnover is not what it was before, in the order of their codes. */
  public List<Difference> differencesTo(Figures before) {
    Map<String, Row> earlier = byAccount(before);
    Map<String, Row> later = byAccount(this);
    TreeMap<String, Row> all = new TreeMap<>(earlier);
    all.putAll(later);
    List<Difference> differences = new ArrayList<>();
    for (Row row : all.values()) {
      Row was = earlier.getOrDefault(row.account(), nothing(row));
      Row is = later.getOrDefault(row.account(), nothing(row));
      if (!is.sameAmountsAs(was)) {
        differences.add(
            new Difference(
                row.account(),
                row.name(),
                was.balance(),
                is.balance(),
                is.balance().subtract(was.balance())));
      }
    }
    return differences;
  }

  private static Map<String, Row> byAccount(Figures figures) {
    return figures.rows().stream().collect(Collectors.toMap(Row::account, row -> row));
  }

  private static Row nothing(Row like) {
    BigDecimal zero = BigDecimal.ZERO.setScale(like.balance().scale());
    return new Row(like.account(), like.name(), like.type(), zero, zero, zero);
  }

  /** Amounts only: a renamed account is not another figure. */
  private static String hash(String currency, List<Row> rows) {
    MessageDigest digest = sha256Digest();
    feed(digest, currency);
    for (Row row : rows) {
      feed(digest, row.account());
      feed(digest, canonical(row.debit()));
      feed(digest, canonical(row.credit()));
      feed(digest, canonical(row.balance()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** 10.00 and 10.0000 are one figure. */
  private static String canonical(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static void feed(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
