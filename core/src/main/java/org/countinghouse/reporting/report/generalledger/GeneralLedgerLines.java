package org.countinghouse.reporting.report.generalledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.cursor.RowCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of accounts, by account, date, number. */
@Component
class GeneralLedgerLines {

  private static final String QUERY =
      """
      select l.account, a.name, l.posting_date, l.journal_id, l.number, l.text, l.source,
             l.source_reference, l.cost_centre, l.project, l.currency, l.amount, l.base_amount
        from finance.ledger_journal_line_v l
        join finance.ledger_account_v a
          on a.organization_id = l.organization_id and a.account = l.account
       where l.organization_id = :organizationId
         and l.posting_date between :from and :to
         and l.recorded_at <= :knownAt
         %s
       order by l.account, l.posting_date, l.number, l.line_no
      """;

  private final RowCursor cursor;

  GeneralLedgerLines(RowCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * A line.
   *
   * @param name of the account
   * @param amount debit positive, in its currency
   * @param baseAmount debit positive, in base currency
   */
  record Line(
      String account,
      String name,
      LocalDate date,
      String journalId,
      String number,
      String text,
      String source,
      String sourceReference,
      @Nullable String costCentre,
      @Nullable String project,
      String currency,
      BigDecimal amount,
      BigDecimal baseAmount) {}

  void forEach(
      Organization organization,
      AccountFilter accounts,
      LocalDate from,
      LocalDate to,
      Instant knownAt,
      Consumer<Line> lines) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("organizationId", organization.id());
    parameters.put("from", from);
    parameters.put("to", to);
    parameters.put("knownAt", Timestamp.from(knownAt));
    cursor.forEach(
        QUERY.formatted(condition(accounts, parameters)),
        parameters,
        row -> lines.accept(line(row)));
  }

  private static String condition(AccountFilter accounts, Map<String, Object> parameters) {
    StringBuilder condition = new StringBuilder();
    for (AccountFilter.Range range : accounts.ranges()) {
      int number = parameters.size();
      condition
          .append(condition.isEmpty() ? "and (" : " or ")
          .append("l.account between :from" + number + " and :to" + number);
      parameters.put("from" + number, range.from());
      parameters.put("to" + number, range.to());
    }
    return condition.isEmpty() ? "" : condition.append(')').toString();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString(1),
        row.getString(2),
        row.getObject(3, LocalDate.class),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getBigDecimal(12),
        row.getBigDecimal(13));
  }
}
