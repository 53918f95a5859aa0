package org.countinghouse.benchmarks;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.organizations.Organizations;

/**
 * Empty books with the chart that {@link JournalFileGenerator} posts to; its codes lie where the
 * German statements look for them.
 */
record BenchmarkBooks(
    Books books, ChartOfAccounts chart, FiscalYears years, Organizations organizations) {

  static final Actor MAKER = Books.MAKER;

  /** A new organization, its fiscal year 2025 open. */
  UUID empty() {
    UUID org = books.bare().id();
    years.open(org, 2025, MAKER);
    furnish(org);
    return org;
  }

  /** Gives an organization 1,000 accounts and 20 cost centres. */
  void furnish(UUID org) {
    IntStream.range(0, JournalFileGenerator.COST_CENTRES)
        .forEach(i -> organizations.createCostCentre(org, "CC" + (100 + i), "Place", MAKER));
    chart.create(org, accounts(), MAKER);
  }

  private static List<NewAccount> accounts() {
    return IntStream.range(0, JournalFileGenerator.ACCOUNTS)
        .mapToObj(i -> NewAccount.of(JournalFileGenerator.account(i), "Account " + i, type(i)))
        .toList();
  }

  private static AccountType type(int number) {
    return number < 400
        ? AccountType.ASSET
        : number < 500 ? AccountType.INCOME : AccountType.EXPENSE;
  }
}
