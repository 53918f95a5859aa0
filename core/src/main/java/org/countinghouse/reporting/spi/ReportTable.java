package org.countinghouse.reporting.spi;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;

/**
 * The answer of a report.
 *
 * @param report name of the report
 * @param title what people read above it, in their language
 * @param organization whose figures
 * @param parameters the values it was run with, defaults filled in, in the order they are shown:
 *     days, instants or text
 * @param columns left to right
 * @param rows cells in the order of the columns, each of its column's kind
 * @param generatedAt when
 */
public record ReportTable(
    String report,
    String title,
    Organization organization,
    Map<String, Object> parameters,
    List<Column> columns,
    List<List<Object>> rows,
    Instant generatedAt) {

  private static final char UNIT = '\u001f';
  private static final char RECORD = '\u001e';

  public ReportTable {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<Object> row : rows) {
      requireShape(columns, row);
    }
  }

  private static void requireShape(List<Column> columns, List<Object> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException("row has not " + columns.size() + " cells: " + row);
    }
    for (int i = 0; i < row.size(); i++) {
      if (!columns.get(i).kind().holds(row.get(i))) {
        throw new IllegalArgumentException("not for column " + columns.get(i).key() + ": " + row);
      }
    }
  }

  /** The exact sum of a money column in the organization's base currency. */
  public Money total(int column) {
    return rows.stream()
        .map(row -> (Money) row.get(column))
        .reduce(Money.zero(organization.baseCurrency()), Money::plus);
  }

  /**
   * SHA-256, in hex, over report, organization, parameters and every cell. It leaves out when the
   * report was made and in which language, so the same facts have the same hash, and two files can
   * be told to say the same without comparing them line by line.
   */
  public String contentHash() {
    MessageDigest digest = sha256();
    feed(digest, report, UNIT);
    feed(digest, organization.code(), RECORD);
    parameters.forEach(
        (name, value) -> {
          feed(digest, name, UNIT);
          feed(digest, value.toString(), RECORD);
        });
    for (List<Object> row : rows) {
      for (Object cell : row) {
        feed(digest, plain(cell), UNIT);
      }
      feed(digest, "", RECORD);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A cell as locale-free text: ISO dates, plain amounts without their currency. */
  public static String plain(Object cell) {
    return cell instanceof Money money ? plainAmount(money.amount()) : cell.toString();
  }

  private static String plainAmount(BigDecimal amount) {
    return amount.toPlainString();
  }

  private static void feed(MessageDigest digest, String text, char end) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) end);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
