package org.countinghouse.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.countinghouse.payments.PaymentsWorld.CFO;
import static org.countinghouse.payments.PaymentsWorld.CLERK;
import static org.countinghouse.payments.PaymentsWorld.IBANS;
import static org.countinghouse.payments.PaymentsWorld.TREASURER;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.bankfiles.Pain001;
import org.countinghouse.bankfiles.PaymentStatus;
import org.countinghouse.bankfiles.ReadPayment;
import org.countinghouse.bankfiles.StatusReason;
import org.countinghouse.bankfiles.StatusReport;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.ErrorCode;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.DiscountTerm;
import org.countinghouse.payables.Dispute;
import org.countinghouse.payables.Disputes;
import org.countinghouse.payables.NewSettlement;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.Settlements;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** From what is due to what the bank says. */
@DatabaseTest
class PaymentRunTests {

  @Autowired PaymentsWorld world;
  @Autowired PaymentProposals proposals;
  @Autowired PaymentReview review;
  @Autowired PaymentRuns runs;
  @Autowired PaymentRelease release;
  @Autowired Payments payments;
  @Autowired BankAnswers answers;
  @Autowired Settlements settlements;
  @Autowired Approvals approvals;
  @Autowired Documents documents;
  @Autowired Ledger ledger;
  @Autowired Suppliers suppliers;
  @Autowired Disputes disputes;
  @Autowired BookVerifier books;
  @Autowired ChartOfAccounts chart;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  private final LocalDate today = LocalDate.now();
  private Organization company;

  @BeforeEach
  void aCompanyThatOwes() {
    company = world.company();
    world.supplier(company, 0);
    world.supplier(company, 1);
  }

  @Test
  void whatIsDueIsProposedWithAReasonAndPaidOnce() throws IOException {
    UUID first = world.item(company, 0, "100.00", today);
    UUID second = world.item(company, 0, "50.00", today.plusDays(3));
    UUID credit = world.item(company, 0, "-20.00", today);
    UUID other = world.item(company, 1, "10.00", today.minusDays(1));
    world.item(company, 1, "999.00", today.plusDays(60));
    PaymentRun run = proposed();

    assertThat(reasons(run))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(first, "due", second, "due", credit, "credit-note", other, "due"));
    PaymentRun released = released(run);

    List<Payment> made = payments.ofRun(run.id(), null, 10);
    assertThat(made)
        .extracting(Payment::amount)
        .containsExactlyInAnyOrder(Money.of("154.70", "EUR"), Money.of("11.90", "EUR"));
    assertThat(made).extracting(payment -> payment.endToEndId().length()).containsOnly(15);
    assertThat(released.state()).isEqualTo(PaymentRun.State.RELEASED);
    assertThat(open(first, second, credit, other)).allMatch(Money::isZero);
    assertThat(lines(run))
        .containsExactly("3300 190.40 EUR", "3300 -23.80 EUR", "1460 -166.60 EUR");
    assertThat(paid(run))
        .containsExactlyInAnyOrder("154.70 EUR " + IBANS.get(0), "11.90 EUR " + IBANS.get(1));
    assertThat(proposedReasons()).isEmpty();
    verifyBooks();
  }

  @Test
  void theSecondPersonReleasesWhatHeSawAndNothingElse() {
    UUID item = world.item(company, 0, "100.00", today);
    PaymentRun run = proposed();
    assertRefused(PaymentsError.RUN_STATE, () -> release.release(run.id(), "x", CFO));
    runs.submit(run.id(), TREASURER);
    String hash = hash(run);
    assertRefused(PaymentsError.MAKER_IS_CHECKER, () -> release.release(run.id(), hash, TREASURER));
    review.split(run.id(), item, new BigDecimal("60.00"), CLERK);
    assertRefused(PaymentsError.CHANGED_SINCE_APPROVAL, () -> release.release(run.id(), hash, CFO));
    assertRefused(
        PaymentsError.MAKER_IS_CHECKER, () -> release.release(run.id(), hash(run), CLERK));
    release.release(run.id(), hash(run), CFO);
    assertThat(open(item)).containsExactly(Money.of("59.00", "EUR"));
    assertThat(proposedReasons()).containsExactly(Map.entry(item, "due"));
    verifyBooks();
  }

  @Test
  void whatIsInARunIsPaidByNothingElse() {
    UUID item = world.item(company, 0, "100.00", today);
    PaymentRun first = proposed();
    PaymentRun second = proposed();
    assertThat(reasons(second)).containsExactly(Map.entry(item, "in-other-run"));
    assertRefused(
        PaymentsError.ITEM_NOT_PAYABLE,
        () -> review.include(second.id(), List.of(item), TREASURER));
    assertRefused(
        PayablesError.ITEM_CLAIMED,
        () ->
            settlements.settle(
                item,
                new NewSettlement(today, new BigDecimal("119.00"), null, null, "by hand"),
                CFO));
    review.exclude(first.id(), List.of(item), "asked to wait", TREASURER);
    review.include(second.id(), List.of(item), TREASURER);
    assertThat(reasons(second)).containsExactly(Map.entry(item, "included"));
    assertThat(review.changes(first.id(), 10))
        .extracting(RunChange::action, RunChange::detail)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("excluded", "asked to wait"));
    assertRefused(PaymentsError.RUN_EMPTY, () -> runs.submit(first.id(), TREASURER));
  }

  @Test
  void peopleDeferMoveAndPutInWhatIsNotDue() {
    world.bank(company, "SECOND", "DE44500105175407324931", "1810");
    UUID item = world.item(company, 0, "100.00", today);
    UUID later = world.item(company, 1, "30.00", today.plusDays(40));
    PaymentRun run = proposed();
    review.move(run.id(), List.of(item), "SECOND", TREASURER);
    review.include(run.id(), List.of(later), TREASURER);
    assertThat(review.totals(run.id()).lines())
        .extracting(RunTotals.Line::bankAccount, RunTotals.Line::amount)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("SECOND", Money.of("119.00", "EUR")),
            org.assertj.core.groups.Tuple.tuple("MAIN", Money.of("35.70", "EUR")));
    review.defer(run.id(), List.of(item), run.payOn().plusDays(20), "goods came late", TREASURER);
    runs.abandon(run.id(), "start again", TREASURER);
    assertThat(proposedReasons()).containsExactly(Map.entry(item, "deferred"));
    assertThat(open(item)).containsExactly(Money.of("119.00", "EUR"));
  }

  @Test
  void aDiscountIsTakenWithItsTax() {
    UUID item =
        world.item(
            company,
            0,
            "1000.00",
            today.plusDays(20),
            List.of(new DiscountTerm(16, new BigDecimal("2"), null)));
    PaymentRun run = proposed();
    assertThat(reasons(run)).containsExactly(Map.entry(item, "discount"));
    released(run);
    // 2 % of 1190.00; of that 3.80 is input tax
    assertThat(lines(run))
        .containsExactly(
            "3300 1190.00 EUR", "1460 -1166.20 EUR", "5730 -20.00 EUR", "1406 -3.80 EUR");
    assertThat(open(item)).allMatch(Money::isZero);
    verifyBooks();

    // the bank does not pay: everything is as it was, tax included
    Payment payment = payments.ofRun(run.id(), null, 1).get(0);
    answers.refused(payment.id(), false, "AC04", "closed", "by telephone", TREASURER);
    assertThat(open(item)).containsExactly(Money.of("1190.00", "EUR"));
    verifyBooks();
  }

  @Test
  void smallPaymentsWaitUnlessSomebodyInsists() {
    UUID item = world.item(company, 0, "10.00", today);
    var request = new ProposalRequest(null, null, new BigDecimal("50.00"), null, null, null);
    PaymentRun run = proposals.register(company.id(), request, TREASURER);
    proposals.propose(run.id());
    assertThat(reasons(run)).containsExactly(Map.entry(item, "below-minimum"));
    assertThat(review.totals(run.id()).payments()).isZero();
    review.include(run.id(), List.of(item), TREASURER);
    assertThat(review.totals(run.id()).payments()).isOne();
  }

  @Test
  void invoicesAndCreditNotesThatMakeUpForEachOtherAreInNoFile() {
    UUID item = world.item(company, 0, "100.00", today);
    UUID credit = world.item(company, 0, "-150.00", today);
    PaymentRun run = proposed();
    assertThat(reasons(run))
        .containsExactlyInAnyOrderEntriesOf(Map.of(item, "set-off", credit, "credit-partly"));
    released(run);
    assertThat(payments.ofRun(run.id(), null, 10))
        .extracting(Payment::state)
        .containsExactly(Payment.State.SET_OFF);
    assertThat(runs.files(run.id())).isEmpty();
    assertThat(open(item, credit))
        .containsExactly(Money.of("0.00", "EUR"), Money.of("-59.50", "EUR"));
    verifyBooks();
  }

  @Test
  void whatTheBankRejectsIsOpenAgainAndWaitsForSomebody() {
    UUID item = world.item(company, 0, "100.00", today);
    UUID other = world.item(company, 1, "200.00", today);
    PaymentRun run = proposed();
    released(run);
    PaymentFile file = runs.files(run.id()).get(0);
    Payment first =
        payments.ofRun(run.id(), null, 10).stream()
            .filter(payment -> payment.parts().get(0).itemId().equals(item))
            .findFirst()
            .orElseThrow();
    StatusReport report =
        report(file, PaymentStatus.PARTIAL, first, PaymentStatus.REJECTED, "AC01");
    AnswerOutcome outcome = answers.take(company.id(), report, null, CFO).get(0);

    assertThat(outcome.rejected()).isOne();
    assertThat(open(item, other))
        .containsExactly(Money.of("119.00", "EUR"), Money.of("0.00", "EUR"));
    assertThat(payments.require(first.id()))
        .returns(Payment.State.REJECTED, Payment::state)
        .returns("AC01", Payment::reasonCode);
    assertThat(answers.take(company.id(), report, null, CFO).get(0).known()).isTrue();
    assertThat(runs.files(run.id()).get(0).state()).isEqualTo(PaymentFile.State.PARTLY_ACCEPTED);
    PaymentRun next = proposed();
    assertThat(reasons(next)).containsExactly(Map.entry(item, "rejected-before"));
    runs.abandon(next.id(), "nothing in it", TREASURER);

    answers.resolve(company.id(), outcome.answerId(), true, "account confirmed", TREASURER);
    assertThat(proposedReasons()).containsExactly(Map.entry(item, "due"));
    assertRefused(
        PaymentsError.ANSWER_CONTRADICTS,
        () ->
            answers.take(
                company.id(), report(file, null, first, PaymentStatus.ACCEPTED, ""), null, CFO));
    verifyBooks();
  }

  @Test
  void aStatementSettlesAndMoneyThatComesBackOpens() {
    UUID item = world.item(company, 0, "100.00", today);
    PaymentRun run = proposed();
    released(run);
    Payment payment = payments.ofRun(run.id(), null, 1).get(0);
    UUID entry = Ids.next();
    payments.settled(company.id(), List.of(new Settled(payment.id(), entry, today)));
    assertThat(payments.require(payment.id()).state()).isEqualTo(Payment.State.SETTLED);
    assertRefused(
        PaymentsError.PAYMENT_STATE,
        () ->
            payments.settled(
                company.id(), List.of(new Settled(payment.id(), Ids.next(), today.plusDays(1)))));
    payments.unsettled(company.id(), List.of(entry));
    payments.settled(company.id(), List.of(new Settled(payment.id(), entry, today)));
    assertRefused(
        PaymentsError.TAKEN_BY_BANK, () -> runs.cancel(run.id(), true, "too late", TREASURER));
    answers.refused(payment.id(), true, "AC04", null, "entry 17", CFO);
    assertThat(payments.require(payment.id()).state()).isEqualTo(Payment.State.RETURNED);
    assertThat(open(item)).containsExactly(Money.of("119.00", "EUR"));
    verifyBooks();
  }

  @Test
  void aRunIsTakenBackBeforeItsFileLeaves() {
    UUID item = world.item(company, 0, "100.00", today);
    PaymentRun run = proposed();
    released(run);
    Payment payment = payments.ofRun(run.id(), null, 1).get(0);
    runs.cancel(run.id(), false, "wrong bank account", TREASURER);
    assertThat(open(item)).containsExactly(Money.of("119.00", "EUR"));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from shared.outbox_documents where organization_id = ?",
                Integer.class,
                company.id()))
        .isZero();
    PaymentRun next = proposed();
    released(next);
    assertThat(payments.ofRun(next.id(), null, 1).get(0).endToEndId())
        .isNotEqualTo(payment.endToEndId());
    assertRefused(
        PayablesError.SETTLEMENT_ELSEWHERE,
        () -> settlements.reverse(settlements.of(item).get(2).id(), today, "by hand", CFO));
    verifyBooks();
  }

  @Test
  void whatIsHeldAfterTheReviewStopsTheRelease() {
    UUID item = world.item(company, 0, "100.00", today);
    PaymentRun run = proposed();
    runs.submit(run.id(), TREASURER);
    UUID invoice =
        jdbc.queryForObject(
            "select invoice_id from finance.payable_items where id = ?", UUID.class, item);
    disputes.raise(
        invoice,
        Dispute.Kind.DISPUTED,
        null,
        Money.of("100.00", "EUR"),
        "not as ordered",
        TREASURER);
    assertRefused(PaymentsError.RUN_STALE, () -> release.release(run.id(), hash(run), CFO));
    assertThat(review.leaveOutStale(run.id(), TREASURER)).isOne();
    assertThat(reasons(run)).containsExactly(Map.entry(item, "changed"));
  }

  /** The journal of the first account is posted by then, its events are told. */
  @Test
  void whatTheBooksRefuseForOneAccountLeavesNothingOfTheOthers(@Autowired SettlementEar ear) {
    chart.create(company.id(), NewAccount.of("1461", "In transit 2", AccountType.ASSET), CFO);
    world.bank(company, "SECOND", "DE02500105170137075030", "1810", "1461");
    UUID first = world.item(company, 0, "100.00", today);
    UUID second = world.item(company, 1, "50.00", today);
    PaymentRun run = proposed();
    review.move(run.id(), List.of(second), "SECOND", CLERK);
    runs.submit(run.id(), TREASURER);
    String hash = hash(run);
    chart.deactivate(company.id(), "1461", CFO);

    transaction.executeWithoutResult(
        status ->
            assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> release.release(run.id(), hash, CFO)));

    assertThat(ear.heard(company.id())).isFalse();
    assertThat(runs.require(run.id()).state()).isEqualTo(PaymentRun.State.IN_APPROVAL);
    assertThat(payments.ofRun(run.id(), null, 10)).isEmpty();
    assertThat(runs.files(run.id())).isEmpty();
    assertThat(settlements.of(first)).isEmpty();
    assertThat(ledger.findByReference(company.id(), Settlements.SOURCE, run.number() + "/MAIN"))
        .isEmpty();

    chart.activate(company.id(), "1461", CFO);
    release.release(run.id(), hash, CFO);
    assertThat(ear.heard(company.id())).isTrue();
    assertThat(open(first, second)).allMatch(Money::isZero);
    verifyBooks();
  }

  private PaymentRun proposed() {
    PaymentRun run = proposals.register(company.id(), ProposalRequest.BY_SETTINGS, TREASURER);
    proposals.propose(run.id());
    return runs.require(run.id());
  }

  private Map<UUID, String> proposedReasons() {
    return reasons(proposed());
  }

  private PaymentRun released(PaymentRun run) {
    runs.submit(run.id(), TREASURER);
    return release.release(run.id(), hash(run), CFO);
  }

  private String hash(PaymentRun run) {
    return ContentHash.of(approvals.subject("payment-run", run.id()).facts());
  }

  private Map<UUID, String> reasons(PaymentRun run) {
    return review.items(run.id(), new RunItemFilter(null, null, null, 100, 0)).stream()
        .collect(Collectors.toMap(RunItem::itemId, RunItem::reason));
  }

  private List<Money> open(UUID... items) {
    return List.of(items).stream().map(id -> settlements.requireItem(id).open()).toList();
  }

  private List<String> lines(PaymentRun run) {
    return ledger
        .lines(
            ledger
                .findByReference(company.id(), Settlements.SOURCE, run.number() + "/MAIN")
                .orElseThrow()
                .id())
        .stream()
        .map(line -> line.account() + " " + line.amount())
        .toList();
  }

  private List<String> paid(PaymentRun run) throws IOException {
    List<ReadPayment> read = new ArrayList<>();
    var file = Pain001.read(documents.open(runs.files(run.id()).get(0).documentId()), read::add);
    assertThat(file.findings()).isEmpty();
    return read.stream()
        .map(payment -> payment.amount() + " " + payment.currency() + " " + payment.account())
        .toList();
  }

  private static StatusReport report(
      PaymentFile file, PaymentStatus whole, Payment payment, PaymentStatus status, String code) {
    return new StatusReport(
        "R-" + status,
        null,
        "pain.002.001.10",
        file.messageId(),
        "pain.001",
        whole,
        List.of(),
        List.of(
            new StatusReport.Batch(
                "",
                null,
                List.of(),
                List.of(
                    new StatusReport.Transaction(
                        payment.endToEndId(),
                        null,
                        null,
                        status,
                        List.of(new StatusReason(code, "said the bank")),
                        payment.amount(),
                        null)))));
  }

  /** Every check holds for this company; others' books are not ours to answer for. */
  private void verifyBooks() {
    List<CheckResult> broken =
        books.verify().stream()
            .filter(result -> !result.holds())
            .filter(result -> result.toString().contains(company.id().toString()))
            .toList();
    assertThat(broken).isEmpty();
  }

  private static void assertRefused(ErrorCode code, Runnable call) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
