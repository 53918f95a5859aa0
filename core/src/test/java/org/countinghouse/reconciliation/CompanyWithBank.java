package org.countinghouse.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.BankWorld;
import org.countinghouse.banking.Mt940;
import org.countinghouse.banking.StatementOutcome;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Settlements;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.PaymentRelease;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.Payments;
import org.countinghouse.payments.PaymentsWorld;
import org.countinghouse.payments.ProposalRequest;
import org.countinghouse.verification.BookVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A company that pays two suppliers, and whose bank sends statements. */
abstract class CompanyWithBank {

  static final Actor TREASURER = Actor.of("treasurer");
  static final Actor CFO = Actor.of("cfo");
  private static final String IBAN = "DE89370400440532013000";

  @Autowired PaymentsWorld world;
  @Autowired BankWorld banks;
  @Autowired BankAccounts accounts;
  @Autowired ChartOfAccounts chart;
  @Autowired PaymentProposals proposals;
  @Autowired PaymentRuns runs;
  @Autowired PaymentRelease release;
  @Autowired Approvals approvals;
  @Autowired Payments payments;
  @Autowired Settlements settlements;
  @Autowired Reconciliation reconciliation;
  @Autowired BankRules rules;
  @Autowired BookVerifier verifier;
  @Autowired JdbcTemplate jdbc;

  final LocalDate today = LocalDate.now();
  Organization company;
  BankAccount main;
  private BigDecimal balance = new BigDecimal("10000.00");
  private int sequence;

  @BeforeEach
  void aCompanyWithABank() {
    company = world.company();
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1890", "Unexplained", AccountType.ASSET)
                .serving(AccountPurpose.SUSPENSE),
            NewAccount.of("6855", "Bank charges", AccountType.EXPENSE)
                .perCostCentre()
                .serving(AccountPurpose.BANK_CHARGES),
            NewAccount.of("4400", "Sales", AccountType.INCOME)),
        CFO);
    main = accounts.require(company.id(), "MAIN");
    world.supplier(company, 0);
    world.supplier(company, 1);
    sequence = 0;
  }

  Part part(String account, String amount) {
    return new Part(null, null, account, null, new BigDecimal(amount));
  }

  Mt940 statement() {
    return Mt940.of(IBAN, ++sequence, today.toString(), "EUR", balance.toPlainString());
  }

  /** Has the bank send it; it is booked. */
  void book(Mt940 statement, String movement) {
    balance = balance.add(new BigDecimal(movement)).setScale(2);
    List<StatementOutcome> outcomes =
        banks.receive(
            company.id(), statement.text().getBytes(StandardCharsets.US_ASCII), "test.sta");
    assertThat(outcomes)
        .extracting(StatementOutcome::kind)
        .containsExactly(StatementOutcome.Kind.BOOKED);
    balance = bankBalance();
  }

  private BigDecimal bankBalance() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select balance from finance.bank_positions where bank_account_id = ?",
            BigDecimal.class,
            main.id()));
  }

  PaymentRun released() {
    return released(ProposalRequest.BY_SETTINGS);
  }

  /** Proposes, submits and releases what is due. */
  PaymentRun released(ProposalRequest request) {
    PaymentRun run = proposals.register(company.id(), request, TREASURER);
    proposals.propose(run.id());
    runs.submit(run.id(), TREASURER);
    String hash = ContentHash.of(approvals.subject("payment-run", run.id()).facts());
    return release.release(run.id(), hash, CFO);
  }

  List<UUID> entries() {
    return jdbc.queryForList(
        "select id from finance.bank_entries where bank_account_id = ? order by booked_on, id",
        UUID.class,
        main.id());
  }

  String number(UUID item) {
    return settlements.requireItem(item).supplierInvoiceNumber();
  }

  BigDecimal ledger(String account) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select coalesce(sum(base_amount), 0) from finance.journal_lines"
                + " where organization_id = ? and account = ?",
            BigDecimal.class,
            company.id(),
            account));
  }
}
