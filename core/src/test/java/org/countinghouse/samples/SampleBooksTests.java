package org.countinghouse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.countinghouse.ledger.TrialBalance;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The sample books fit the charts that come with the product. */
@DatabaseTest
class SampleBooksTests {

  @Autowired SampleBooks books;
  @Autowired TrialBalances balances;

  static List<SampleCompany> companies() {
    return SampleCompany.all();
  }

  @ParameterizedTest
  @MethodSource("companies")
  void wholeYearIsImportedWithoutAFinding(SampleCompany company) {
    SampleYear year = new SampleYear(2025, 1);
    Organization organization = books.open(company, 2025);
    year.months().forEach(month -> books.post(organization, company, year, month));

    TrialBalance closing = balances.asOf(organization.id(), YearMonth.of(2025, 12).atEndOfMonth());
    assertThat(closing.totalDebit()).isEqualByComparingTo(closing.totalCredit());
    assertThat(closing.rows()).hasSizeGreaterThan(30);
    assertThat(result(closing)).as("it earns money").isPositive();
  }

  private static BigDecimal result(TrialBalance closing) {
    return closing.rows().stream()
        .filter(row -> row.type().name().matches("INCOME|EXPENSE"))
        .map(row -> row.balance().negate())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
