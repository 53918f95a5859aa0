package org.countinghouse.ledger;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The charts of accounts that come with the product: one file per country under {@code charts/},
 * with the numbers and names its accountants expect, and an account for every {@link
 * AccountPurpose}. A new file is a new chart, nothing else names it.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ChartTemplates {

  private static final String FOLDER = "org/countinghouse/ledger/charts/";

  private final ChartOfAccounts chart;

  ChartTemplates(ChartOfAccounts chart) {
    this.chart = chart;
  }

  /** The names of the charts, sorted: lower-case ISO 3166 codes. */
  public List<String> names() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*.csv");
      return List.of(files).stream()
          .map(Resource::getFilename)
          .filter(name -> name != null)
          .map(name -> name.substring(0, name.length() - ".csv".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The accounts of a chart, headings before what stands below them.
   *
   * @param name as in {@link #names()}, in any case
   * @throws BusinessException {@code ledger.chart-unknown}
   */
  public List<NewAccount> accounts(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (!names().contains(known)) {
      throw LedgerError.CHART_UNKNOWN.with(name, names());
    }
    var file = new ClassPathResource(FOLDER + known + ".csv");
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(file.getContentAsString(StandardCharsets.UTF_8))) {
      return rows.stream().map(ChartTemplates::account).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives an organization without accounts this chart.
   *
   * @param name as in {@link #names()}, in any case
   * @throws BusinessException {@code ledger.chart-unknown}, {@code ledger.chart-not-empty}
   */
  public List<Account> install(UUID organizationId, String name, Actor by) {
    List<NewAccount> wanted = accounts(name);
    if (!chart.accounts(organizationId).isEmpty()) {
      throw LedgerError.CHART_NOT_EMPTY.with();
    }
    return chart.create(organizationId, wanted, by);
  }

  private static NewAccount account(NamedCsvRecord row) {
    AccountType type = AccountType.valueOf(row.getField("type").toUpperCase(Locale.ROOT));
    String code = row.getField("code");
    String name = row.getField("name");
    NewAccount account =
        row.getField("postable").equals("1")
            ? NewAccount.of(code, name, type)
            : NewAccount.heading(code, name, type);
    if (!row.getField("parent").isEmpty()) {
      account = account.under(row.getField("parent"));
    }
    if (!row.getField("control").isEmpty()) {
      account = account.controlledBy(row.getField("control"));
    }
    if (row.getField("cost_centre").equals("1")) {
      account = account.perCostCentre();
    }
    if (row.getField("project").equals("1")) {
      account = account.perProject();
    }
    if (!row.getField("purpose").isEmpty()) {
      account = account.serving(AccountPurpose.valueOf(row.getField("purpose")));
    }
    String currency = row.getField("currency");
    return currency.isEmpty() ? account : account.in(Currency.getInstance(currency));
  }
}
