package org.countinghouse.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    try {
      ChartFile file =
          ChartFile.read(new ClassPathResource(FOLDER + known + ".csv").getContentAsByteArray());
      if (!file.findings().isEmpty()) {
        throw new IllegalStateException(known + ".csv: " + file.findings());
      }
      return file.accounts();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds the accounts of somebody's own file, to an empty chart or one that has accounts already;
   * all or none.
   *
   * @param name of the file, for people
   * @throws BusinessException {@code ledger.chart-refused} with every finding and its row; {@code
   *     tables.*}; those of {@link ChartOfAccounts#create(UUID, List, Actor)}
   */
  public List<Account> add(UUID organizationId, String name, byte[] content, Actor by) {
    ChartFile file = ChartFile.read(content);
    if (!file.findings().isEmpty()) {
      throw LedgerError.CHART_REFUSED.withFindings(file.findings(), name, file.findings().size());
    }
    return chart.create(organizationId, file.accounts(), by);
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
}
