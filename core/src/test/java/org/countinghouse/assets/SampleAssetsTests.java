package org.countinghouse.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.assets.AssetsWorld.ACCOUNTANT;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.samples.SampleAssets;
import org.countinghouse.samples.SampleBooks;
import org.countinghouse.samples.SampleCompany;
import org.countinghouse.samples.SampleYear;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sample year's own assets: bought outside the register, entered from its file. */
@DatabaseTest
class SampleAssetsTests {

  @Autowired SampleBooks books;
  @Autowired AssetCategories categories;
  @Autowired AssetImport imports;
  @Autowired Depreciation depreciation;
  @Autowired RegisterTiesCheck ties;
  @Autowired Reports reports;

  @Test
  void registerTiesToTheBooksAtTheEndOfEveryMonth() {
    SampleCompany company = SampleCompany.HBDE;
    Organization organization = books.open(company, 2025);
    UUID org = organization.id();
    SampleAssets.categories(company)
        .forEach(each -> categories.create(category(org, each), ACCOUNTANT));
    imports.run(
        org, SampleAssets.csv(company, 2025, 1).getBytes(StandardCharsets.UTF_8), ACCOUNTANT);
    SampleYear year = new SampleYear(2025, 1);
    Money charged = Money.zero(company.currency());
    for (YearMonth month : year.months()) {
      books.post(organization, company, year, month);
      for (Depreciation.Posted posted : depreciation.run(org, month, ACCOUNTANT).posted()) {
        charged = charged.plus(posted.amount());
      }
      assertThat(ties.check(org, month).tieOuts()).hasSize(4).allMatch(TieOut::ties);
    }
    // weight 120: equipment 28,800 less 10,800 over 30 months, vans 43,200 less 14,400 over 48;
    // bought in February, May, August, November: 2,880 over 48 months for 11, 8, 5 and 2
    assertThat(charged).isEqualTo(Money.of("15960.00", "EUR"));
    ReportTable table =
        reports.run(
            "asset-register",
            organization,
            Map.of("from", "2025-01-01", "to", "2025-12-31"),
            Locale.ENGLISH);
    assertThat(ReportTable.amount(table.rows().get(table.rows().size() - 1).get(9)))
        .isEqualTo(charged);
  }

  private static AssetCategory category(UUID organizationId, SampleAssets.Category sample) {
    return new AssetCategory(
        organizationId,
        sample.code(),
        sample.name(),
        sample.costAccount(),
        sample.depreciationAccount(),
        sample.expenseAccount(),
        null,
        Method.STRAIGHT_LINE,
        Convention.FULL_MONTH,
        sample.lifeMonths(),
        null,
        BigDecimal.ZERO);
  }
}
