package org.countinghouse.banking;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankfiles.StatementFiles;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.documents.Documents;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.testing.TestOrganizations;
import org.springframework.stereotype.Component;

/** A company with a bank account, and the statements its bank sends. */
@Component
public class BankWorld {

  public static final Actor TREASURER = Actor.of("treasurer");
  public static final Actor INBOX = Actor.system("inbox");
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Currency USD = Currency.getInstance("USD");
  public static final String NUMBER = "NL20INGB0001234567";

  private final TestOrganizations testOrganizations;
  private final Organizations organizations;
  private final ChartOfAccounts chart;
  private final FiscalYears years;
  private final BankAccounts accounts;
  private final Documents documents;
  private final BankStatements statements;

  BankWorld(
      TestOrganizations testOrganizations,
      Organizations organizations,
      ChartOfAccounts chart,
      FiscalYears years,
      BankAccounts accounts,
      Documents documents,
      BankStatements statements) {
    this.testOrganizations = testOrganizations;
    this.organizations = organizations;
    this.chart = chart;
    this.years = years;
    this.accounts = accounts;
    this.documents = documents;
    this.statements = statements;
  }

  /** A company nobody else has, its year 2026 open, its account MAIN at {@link #NUMBER}. */
  public BankAccount account() {
    UUID org = testOrganizations.german().id();
    chart.create(
        org,
        List.of(
            NewAccount.of("1460", "In transit", AccountType.ASSET)
                .serving(AccountPurpose.PAYMENTS_IN_TRANSIT),
            NewAccount.of("1800", "Bank", AccountType.ASSET).serving(AccountPurpose.BANK),
            NewAccount.of("1801", "Bank USD", AccountType.ASSET).in(USD),
            NewAccount.of("1890", "Unexplained", AccountType.ASSET)
                .serving(AccountPurpose.SUSPENSE),
            NewAccount.of("6855", "Bank charges", AccountType.EXPENSE)
                .perCostCentre()
                .serving(AccountPurpose.BANK_CHARGES),
            NewAccount.of("6310", "Rent", AccountType.EXPENSE).perCostCentre(),
            NewAccount.of("4400", "Sales", AccountType.INCOME),
            NewAccount.of("4840", "Exchange gains", AccountType.INCOME)
                .serving(AccountPurpose.REALIZED_EXCHANGE_GAIN),
            NewAccount.of("6880", "Exchange losses", AccountType.EXPENSE)
                .serving(AccountPurpose.REALIZED_EXCHANGE_LOSS)),
        TREASURER);
    organizations.createCostCentre(org, "CC100", "Administration", TREASURER);
    years.open(org, 2026, TREASURER);
    return accounts.create(
        org,
        new NewBankAccount(
            "MAIN",
            "Current account",
            "Muster GmbH",
            AccountNumber.parse(NUMBER),
            null,
            EUR,
            "1800",
            null,
            List.of()),
        TREASURER);
  }

  /** Takes a file in as its channel would. */
  public List<StatementOutcome> receive(UUID organizationId, byte[] file, String name) {
    return receive(organizationId, file, name, StatementOptions.NONE);
  }

  /** Takes a file in that does not say everything itself. */
  public List<StatementOutcome> receive(
      UUID organizationId, byte[] file, String name, StatementOptions options) {
    StatementFormat format = StatementFiles.formatOf(file, name).orElseThrow();
    UUID document = documents.store(organizationId, name, "application/octet-stream", file).id();
    return statements.receive(
        new StatementDelivery(organizationId, document, format, options), INBOX);
  }

  /** Takes one statement in. */
  public StatementOutcome receive(BankAccount account, Mt940 statement) {
    return receive(
            account.organizationId(),
            statement.text().getBytes(StandardCharsets.US_ASCII),
            "test.sta")
        .get(0);
  }
}
