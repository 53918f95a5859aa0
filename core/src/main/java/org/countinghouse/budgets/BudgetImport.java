package org.countinghouse.budgets;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.tables.RowReader;
import org.countinghouse.tables.Table;
import org.countinghouse.tables.TableError;
import org.countinghouse.tables.TableFiles;
import org.countinghouse.tables.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a version of a budget from a spreadsheet (CSV or XLSX), whole or not at all, every fault
 * with its row. Columns {@code account} and, where it is planned by them, {@code cost_centre}; then
 * one of
 *
 * <ul>
 *   <li>{@code period} and {@code amount}: a line a month;
 *   <li>months ({@code 2026-01} to {@code 2026-12}): a line a year, an empty cell plans nothing;
 *   <li>{@code year}: an amount spread evenly, the odd cents to the first months.
 * </ul>
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class BudgetImport {

  private static final int ROWS_MAX = 50_000;
  private static final String AMOUNT = "amount";
  private static final String PERIOD = "period";
  private static final String YEAR = "year";

  private final Budgets budgets;
  private final BudgetRules rules;

  BudgetImport(Budgets budgets, BudgetRules rules) {
    this.budgets = budgets;
    this.rules = rules;
  }

  /**
   * Which version is made.
   *
   * @param sourceName what the file was called
   */
  public record Request(
      UUID organizationId, String code, int fiscalYear, String name, String sourceName) {}

  /**
   * Reads a file and makes the next version, as a draft.
   *
   * @throws BusinessException {@code budgets.import-refused} with a finding for each fault; {@code
   *     budgets.columns}; those of {@link TableFiles#read} when it is no table
   */
  public Budget run(Request request, byte[] content, Actor by) {
    return budgets.draft(
        request.organizationId(),
        new NewBudget(
            request.code(),
            request.fiscalYear(),
            request.name(),
            request.sourceName(),
            read(request.organizationId(), request.fiscalYear(), content)),
        by);
  }

  /**
   * The lines of a file, checked; nothing is written.
   *
   * @throws BusinessException as {@link #run}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<BudgetLine> read(UUID organizationId, int fiscalYear, byte[] content) {
    BudgetRules.Facts facts = rules.facts(organizationId, fiscalYear);
    Table table = TableFiles.read(content, ROWS_MAX);
    Map<String, YearMonth> months = months(table);
    boolean byLine = table.header().contains(AMOUNT) && table.header().contains(PERIOD);
    boolean byYear = table.header().contains(YEAR);
    if ((byLine ? 1 : 0) + (byYear ? 1 : 0) + (months.isEmpty() ? 0 : 1) != 1) {
      throw BudgetsError.COLUMNS.with();
    }
    List<String> required = new ArrayList<>(List.of("account"));
    required.addAll(byLine ? List.of(PERIOD, AMOUNT) : byYear ? List.of(YEAR) : months.keySet());
    table.require(required, List.of("cost_centre", "name"));
    List<Finding> findings = new ArrayList<>();
    List<BudgetLine> lines = new ArrayList<>();
    for (TableRow row : table.rows()) {
      var reading = new Reading(row, new RowReader(row, findings), facts, findings);
      List<BudgetLine> ofRow =
          byLine ? reading.line() : byYear ? reading.spread() : reading.months(months);
      ofRow.forEach(line -> facts.check(line, row.place(), findings));
      lines.addAll(ofRow);
    }
    if (!findings.isEmpty()) {
      throw BudgetsError.IMPORT_REFUSED.withFindings(findings, findings.size());
    }
    return lines;
  }

  /** The columns that are months, by their heading. */
  private static Map<String, YearMonth> months(Table table) {
    Map<String, YearMonth> months = new LinkedHashMap<>();
    for (String heading : table.header()) {
      YearMonth month = month(heading);
      if (month != null) {
        months.put(heading, month);
      }
    }
    return months;
  }

  /** {@code 2026-01}, or a date in it, as spreadsheets make of it. */
  private static @Nullable YearMonth month(String text) {
    try {
      return text.length() == "2026-01".length()
          ? YearMonth.parse(text)
          : YearMonth.from(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** One row on its way to become lines. */
  private record Reading(
      TableRow row, RowReader cells, BudgetRules.Facts facts, List<Finding> findings) {

    List<BudgetLine> line() {
      String account = cells.require("account", 20);
      String written = cells.require(PERIOD, 40);
      YearMonth period = written == null ? null : month(written);
      if (written != null && period == null) {
        findings.add(TableError.DATE.at(row.place(), PERIOD, written));
      }
      Money amount = required(AMOUNT);
      return account == null || period == null || amount == null
          ? List.of()
          : List.of(new BudgetLine(account, costCentre(), period, amount));
    }

    List<BudgetLine> spread() {
      String account = cells.require("account", 20);
      Money whole = required(YEAR);
      if (account == null || whole == null) {
        return List.of();
      }
      List<BudgetLine> lines = new ArrayList<>();
      List<Money> parts = whole.split(Collections.nCopies(facts.months().size(), BigDecimal.ONE));
      for (int i = 0; i < parts.size(); i++) {
        lines.add(new BudgetLine(account, costCentre(), facts.months().get(i), parts.get(i)));
      }
      return lines;
    }

    List<BudgetLine> months(Map<String, YearMonth> months) {
      String account = cells.require("account", 20);
      List<BudgetLine> lines = new ArrayList<>();
      months.forEach(
          (heading, month) -> {
            Money amount = money(heading);
            if (account != null && amount != null) {
              lines.add(new BudgetLine(account, costCentre(), month, amount));
            }
          });
      return lines;
    }

    private @Nullable String costCentre() {
      return cells.text("cost_centre", 20);
    }

    private @Nullable Money required(String column) {
      return cells.require(column, 40) == null ? null : money(column);
    }

    private @Nullable Money money(String column) {
      BigDecimal amount = cells.number(column);
      if (amount == null) {
        return null;
      }
      var currency = facts.organization().baseCurrency();
      if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
        findings.add(BudgetsError.AMOUNT_INVALID.at(row.place(), amount, currency));
        return null;
      }
      return new Money(amount, currency);
    }
  }
}
