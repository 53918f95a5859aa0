package org.countinghouse.allocations;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.tables.RowReader;
import org.countinghouse.tables.Table;
import org.countinghouse.tables.TableError;
import org.countinghouse.tables.TableFiles;
import org.countinghouse.tables.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes values of statistics from a spreadsheet (CSV or XLSX) with the columns {@code statistic},
 * {@code cost_centre}, {@code valid_from} and {@code quantity}: all of them or none, every fault
 * with its row.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class StatisticImport {

  private static final int ROWS_MAX = 20_000;
  private static final List<String> COLUMNS =
      List.of("statistic", "cost_centre", "valid_from", "quantity");

  private final Statistics statistics;

  StatisticImport(Statistics statistics) {
    this.statistics = statistics;
  }

  /**
   * Reads a file and takes its values.
   *
   * @return how many
   * @throws BusinessException {@code allocations.import-refused} with a finding for each fault;
   *     those of {@link TableFiles#read} when it is no table
   */
  public int run(UUID organizationId, byte[] content, Actor by) {
    List<Statistics.Value> values = read(organizationId, content);
    statistics.report(organizationId, values, by);
    return values.size();
  }

  /**
   * The values of a file, checked; nothing is written.
   *
   * @throws BusinessException as {@link #run}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<Statistics.Value> read(UUID organizationId, byte[] content) {
    Table table = TableFiles.read(content, ROWS_MAX);
    table.require(COLUMNS, List.of());
    Statistics.Rules rules = statistics.rules(organizationId);
    List<Finding> findings = new ArrayList<>();
    List<Statistics.Value> values = new ArrayList<>();
    for (TableRow row : table.rows()) {
      Statistics.Value value = value(row, findings);
      if (value != null) {
        try {
          rules.check(value);
          values.add(value);
        } catch (BusinessException fault) {
          findings.add(
              new Finding(fault.code().id(), row.place(), String.valueOf(fault.getMessage())));
        }
      }
    }
    if (!findings.isEmpty()) {
      throw AllocationsError.IMPORT_REFUSED.withFindings(findings, findings.size());
    }
    return values;
  }

  private static Statistics.@Nullable Value value(TableRow row, List<Finding> findings) {
    RowReader cells = new RowReader(row, findings);
    String statistic = cells.require("statistic", 20);
    String costCentre = cells.require("cost_centre", 20);
    String written = cells.require("valid_from", 40);
    YearMonth from = written == null ? null : month(written);
    if (written != null && from == null) {
      findings.add(TableError.DATE.at(row.place(), "valid_from", written));
    }
    cells.require("quantity", 40);
    BigDecimal quantity = cells.number("quantity");
    return statistic == null || costCentre == null || from == null || quantity == null
        ? null
        : new Statistics.Value(statistic, costCentre, from, quantity);
  }

  private static @Nullable YearMonth month(String text) {
    try {
      return text.length() == "2026-01".length()
          ? YearMonth.parse(text)
          : YearMonth.from(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
