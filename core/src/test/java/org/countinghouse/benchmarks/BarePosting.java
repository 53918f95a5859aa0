package org.countinghouse.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;
import org.countinghouse.ids.Ids;

/**
 * The limit of posting one by one: the product's own statements in a bare JDBC loop on a connection
 * of its own. Nothing is looked up, checked or hashed; what the statements need is made up.
 */
final class BarePosting implements AutoCloseable {

  private static final List<String> STATEMENTS =
      List.of(
          "org.countinghouse.ledger.PeriodMapper.lockShared",
          "org.countinghouse.ledger.PeriodMapper.find",
          "org.countinghouse.ledger.LedgerMapper.lockSeries",
          "org.countinghouse.ledger.LedgerMapper.insertJournal",
          "org.countinghouse.audit.AuditMapper.insert");

  private final Connection connection;
  private final List<Prepared> statements = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private final LocalDate day;

  private record Prepared(PreparedStatement sql, List<String> names) {}

  /**
   * @param connection closed with this
   * @param product whose statements they are
   */
  BarePosting(
      Connection connection,
      Configuration product,
      UUID organizationId,
      LocalDate day,
      String unique)
      throws SQLException {
    this.connection = connection;
    this.day = day;
    connection.setAutoCommit(false);
    for (String id : STATEMENTS) {
      BoundSql bound = product.getMappedStatement(id).getBoundSql(Map.of());
      statements.add(
          new Prepared(
              connection.prepareStatement(bound.getSql()),
              bound.getParameterMappings().stream().map(ParameterMapping::getProperty).toList()));
    }
    values.put("organizationId", organizationId);
    values.put("period", day.withDayOfMonth(1));
    values.put("series", "GL");
    values.put("fiscalYear", day.getYear());
    values.put("source", "ledger");
    values.put("row.organizationId", organizationId);
    values.put("row.postingDate", day);
    values.put("row.description", "Rent");
    values.put("row.source", "ledger");
    values.put("row.signatures.maker", "maker");
    values.put("row.lineCount", 2);
    values.put("row.contentHash", new byte[32]);
    values.put("row.series", "GL");
    values.put("row.fiscalYear", day.getYear());
    values.put("row.username", "maker");
    values.put("row.action", "posted");
    values.put("row.resource", "ledger.journal");
    values.put("row.resourceId", unique);
    values.put(
        "row.newValues", "{\"source\": \"ledger\", \"sourceReference\": \"%s\"}".formatted(unique));
  }

  /** Posts one journal and commits. */
  void post(String reference, String debit, String credit, BigDecimal amount) throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    values.put("sourceReference", reference);
    values.put("row.sourceReference", reference);
    values.put("row.id", Ids.next());
    values.put("row.recordedAt", now);
    values.put("row.occurredAt", now);
    values.put("lines.accounts", text(debit, credit));
    values.put("lines.currencies", text("EUR", "EUR"));
    values.put("lines.amounts", amounts(amount));
    values.put("lines.baseAmounts", amounts(amount));
    values.put("lines.costCentres", text(null, null));
    values.put("lines.projects", text(null, null));
    values.put("lines.texts", text(null, null));
    for (Prepared statement : statements) {
      int place = 1;
      for (String name : statement.names) {
        Object value = values.get(name);
        if (value == null) {
          statement.sql.setNull(place, Types.NULL);
        } else {
          statement.sql.setObject(place, value);
        }
        place++;
      }
      statement.sql.execute();
    }
    connection.commit();
  }

  private Object text(Object... each) throws SQLException {
    return connection.createArrayOf("text", each);
  }

  private Object amounts(BigDecimal amount) throws SQLException {
    return connection.createArrayOf("numeric", new Object[] {amount, amount.negate()});
  }

  /** The day it posts on. */
  LocalDate day() {
    return day;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
