package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Adds a file's sums to the balances. The series of its fiscal years must be locked: whoever
 * changes balances has locked them, so a month found without balances stays so until the
 * transaction ends, and what the file adds to it is simply copied in.
 */
final class BalanceUpdate {

  private static final String COLUMNS =
      "organization_id, account, period, currency, debit, credit, base_debit, base_credit, lines";
  private static final int FIELDS = 9;

  private static final String MONTHS =
      """
      select period from finance.balances
       where organization_id = ? and period between ? and ?
       group by period
      """;

  private static final String CREATE_SUMS =
      """
      create temporary table import_sum (
        organization_id uuid, account text collate "C", period date, currency char(3),
        debit numeric(19, 4), credit numeric(19, 4), base_debit numeric(19, 4), base_credit numeric(19, 4),
        lines bigint, cost_centre text collate "C")
      on commit drop
      """;

  /** Keys in order: their index is walked once from left to right. */
  private static final String ADD =
      """
      insert into finance.balances as b
        (organization_id, account, period, currency, debit, credit, base_debit, base_credit, lines)
      select organization_id, account, period, currency, debit, credit, base_debit, base_credit, lines
        from import_sum
       where cost_centre is null
       order by account, period, currency
      on conflict on constraint pk_balances do update
        set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
            base_debit = b.base_debit + excluded.base_debit, base_credit = b.base_credit + excluded.base_credit,
            lines = b.lines + excluded.lines
      """;

  private static final String ADD_COST_CENTRES =
      """
      insert into finance.cost_centre_balances as b
        (organization_id, cost_centre, account, period, currency, debit, credit, base_debit, base_credit, lines)
      select organization_id, cost_centre, account, period, currency, debit, credit, base_debit, base_credit, lines
        from import_sum
       where cost_centre is not null
       order by cost_centre, account, period, currency
      on conflict on constraint pk_cost_centre_balances do update
        set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
            base_debit = b.base_debit + excluded.base_debit, base_credit = b.base_credit + excluded.base_credit,
            lines = b.lines + excluded.lines
      """;

  private final Connection connection;
  private final UUID organizationId;
  private final BalanceSums sums;

  BalanceUpdate(Connection connection, UUID organizationId, BalanceSums sums) {
    this.connection = connection;
    this.organizationId = organizationId;
    this.sums = sums;
  }

  void run(LocalDate firstDay, LocalDate lastDay) throws SQLException, IOException {
    Set<LocalDate> begun = monthsWithBalances(firstDay, lastDay);
    Predicate<BalanceSums.Sum> isNew = sum -> !begun.contains(sum.month());
    copy("finance.balances (" + COLUMNS + ")", isNew.and(sum -> !sum.hasCostCentre()), FIELDS);
    copy(
        "finance.cost_centre_balances (" + COLUMNS + ", cost_centre)",
        isNew.and(BalanceSums.Sum::hasCostCentre),
        FIELDS + 1);
    if (!begun.isEmpty()) {
      add(isNew.negate());
    }
  }

  private Set<LocalDate> monthsWithBalances(LocalDate firstDay, LocalDate lastDay)
      throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(MONTHS)) {
      sql.setObject(1, organizationId);
      sql.setObject(2, firstDay.withDayOfMonth(1));
      sql.setObject(3, lastDay);
      Set<LocalDate> months = new HashSet<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          months.add(row.getObject(1, LocalDate.class));
        }
      }
      return months;
    }
  }

  private void add(Predicate<BalanceSums.Sum> which) throws SQLException, IOException {
    try (var sql = connection.createStatement()) {
      sql.execute(CREATE_SUMS);
      copy("import_sum", which, FIELDS + 1);
      sql.execute(ADD);
      sql.execute(ADD_COST_CENTRES);
      sql.execute("drop table import_sum");
    }
  }

  private void copy(String target, Predicate<BalanceSums.Sum> which, int fields)
      throws SQLException, IOException {
    try (var copy = new CopyStream(connection, target)) {
      sums.forEach(
          sum -> {
            if (which.test(sum)) {
              RowBuffer row = copy.rows().row(fields).uuid(organizationId);
              sum.writeTo(row);
              if (fields > FIELDS) {
                byte[] costCentre = sum.costCentre();
                row.optional(costCentre, 0, costCentre.length);
              }
              copy.rowEnds();
            }
          });
      copy.finish();
    }
  }
}
