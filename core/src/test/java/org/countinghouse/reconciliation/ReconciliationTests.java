package org.countinghouse.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.banking.Mt940;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.payments.Payment;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentsWorld;
import org.countinghouse.reporting.Reports;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a statement's entries are taken for, and what people make of the rest. */
@DatabaseTest
class ReconciliationTests extends CompanyWithBank {

  @Autowired BankBalanceCheck check;
  @Autowired Reports reports;

  @Test
  void ourIdTheFeeAndTheRestFindTheirPlacesAtOnce() {
    world.item(company, 0, "100.00", today);
    world.item(company, 1, "200.00", today);
    PaymentRun run = released();
    List<Payment> made = payments.ofRun(run.id(), null, 10);
    rules.configure(company.id(), new BankRules.Settings("1000", 0), CFO);

    Mt940 statement = statement();
    for (Payment payment : made) {
      statement.entry(
          today.toString(), "-" + payment.amount().amount(), payment.endToEndId(), "transfer");
    }
    statement
        .entry(today.toString(), "-2.50", "NCHG", "NONREF", "account fee")
        .entry(today.toString(), "75.00", "NONREF", "customer 17");
    book(statement, "-359.50");

    assertThat(payments.ofRun(run.id(), null, 10))
        .allMatch(payment -> payment.state() == Payment.State.SETTLED);
    assertThat(ledger("1460")).as("nothing in transit").isZero();
    assertThat(ledger("6855")).isEqualByComparingTo("2.50");
    assertThat(ledger("1890")).isEqualByComparingTo("-75.00");
    assertThat(ledger("1800")).as("what the bank moved").isEqualByComparingTo("-284.50");
    assertThat(reconciliation.queue(company.id(), null, 10)).hasSize(1);
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void severalInvoicesInOneEntryAreSettledPastAPaymentRun() {
    UUID first = world.item(company, 0, "100.00", today);
    UUID second = world.item(company, 0, "50.00", today);
    String text = "direct debit " + number(first) + " and " + number(second);
    book(statement().entry(today.toString(), "-178.50", "NONREF", text), "-178.50");
    assertThat(settlements.requireItem(first).open().isZero()).isTrue();
    assertThat(settlements.requireItem(second).open().isZero()).isTrue();
    assertThat(ledger("1890")).isZero();
    assertThat(ledger("1460")).isZero();
    UUID entry = entries().get(0);
    assertThat(reconciliation.explanations(entry))
        .extracting(Explanation::basis)
        .containsOnly("REFERENCE");

    reconciliation.takeBack(entry, "it was another supplier", TREASURER);
    assertThat(settlements.requireItem(first).open().isZero()).isFalse();
    assertThat(reconciliation.queue(company.id(), main.id(), 10))
        .singleElement()
        .satisfies(open -> assertThat(open.open()).isEqualByComparingTo("-178.50"));
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void anInvoicePaidTwiceIsSettledByTheFirstEntry() {
    UUID item = world.item(company, 0, "100.00", today);
    book(
        statement()
            .entry(today.toString(), "-119.00", "NONREF", "invoice " + number(item))
            .entry(today.toString(), "-119.00", "NONREF", "invoice " + number(item) + " again"),
        "-238.00");
    assertThat(settlements.requireItem(item).open().isZero()).isTrue();
    assertThat(reconciliation.queue(company.id(), main.id(), 10))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.remittance()).endsWith("again"));
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void theOnlyOpenInvoiceOfTheAmountIsFoundByTheSuppliersAccount() {
    UUID sole = world.item(company, 0, "100.00", today);
    UUID one = world.item(company, 1, "200.00", today);
    UUID other = world.item(company, 1, "200.00", today);
    book(
        statement()
            .entry(today.toString(), "-119.00", "NONREF", "to " + PaymentsWorld.IBANS.get(0))
            .entry(today.toString(), "-238.00", "NONREF", "to " + PaymentsWorld.IBANS.get(1)),
        "-357.00");
    assertThat(settlements.requireItem(sole).open().isZero()).isTrue();
    assertThat(List.of(one, other))
        .as("either could be it")
        .noneMatch(item -> settlements.requireItem(item).open().isZero());
    assertThat(reconciliation.queue(company.id(), main.id(), 10)).hasSize(1);
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void peopleSplitAnEntryAndTakeItBack() {
    UUID item = world.item(company, 0, "100.00", today);
    book(statement().entry(today.toString(), "-150.00", "NONREF", "who knows"), "-150.00");
    UUID entry = entries().get(0);
    assertThatThrownBy(
            () -> reconciliation.explain(entry, List.of(part("4400", "-149.00")), TREASURER))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("-149.00");
    reconciliation.explain(
        entry,
        List.of(
            new Part(null, item, null, null, new BigDecimal("-119.00")), part("4400", "-31.00")),
        TREASURER);
    assertThat(settlements.requireItem(item).open().isZero()).isTrue();
    assertThat(ledger("4400")).isEqualByComparingTo("31.00");
    assertThat(ledger("1890")).isZero();
    assertThat(reconciliation.count(company.id(), null)).isZero();

    reconciliation.takeBack(entry, "wrong customer", TREASURER);
    assertThat(ledger("4400")).isZero();
    assertThat(ledger("1890")).isEqualByComparingTo("150.00");
    assertThat(reconciliation.count(company.id(), null)).isEqualTo(1);
    assertThatThrownBy(() -> reconciliation.takeBack(entry, "again", TREASURER))
        .isInstanceOf(BusinessException.class);
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void rulesExplainWhatComesAndWhatIsThere() {
    book(statement().entry(today.toString(), "80.00", "NONREF", "card takings shop"), "80.00");
    rules.define(
        company.id(),
        new NewBankRule(
            "Card takings", 10, null, "Card (takings)?", null, null, null, null, "4400", null),
        TREASURER);
    assertThat(reconciliation.matchAgain(main.id(), TREASURER))
        .as("the text is taken as it is, no pattern")
        .isZero();
    rules.define(
        company.id(),
        new NewBankRule(
            "Takings", 20, null, null, "card +takings", null, BigDecimal.ONE, null, "4400", null),
        TREASURER);
    assertThat(reconciliation.matchAgain(main.id(), TREASURER)).isEqualTo(1);
    assertThat(ledger("4400")).isEqualByComparingTo("-80.00");
    book(
        statement()
            .entry(today.toString(), "20.00", "NONREF", "CARD TAKINGS shop 2")
            .entry(today.toString(), "-20.00", "NONREF", "card takings returned"),
        "0.00");
    assertThat(ledger("4400")).isEqualByComparingTo("-100.00");
    assertThat(reconciliation.count(company.id(), null)).isEqualTo(1);
  }

  @Test
  void aPaymentThatComesBackIsOpenAgain() {
    UUID item = world.item(company, 0, "100.00", today);
    PaymentRun run = released();
    Payment payment = payments.ofRun(run.id(), null, 10).get(0);
    book(statement().entry(today.toString(), "-119.00", payment.endToEndId(), "out"), "-119.00");
    book(
        statement().entry(today.toString(), "119.00", payment.endToEndId(), "RETURN AC04"),
        "119.00");
    assertThat(payments.require(payment.id()).state()).isEqualTo(Payment.State.RETURNED);
    assertThat(settlements.requireItem(item).open().isZero()).isFalse();
    assertThat(ledger("1460")).isZero();
    assertThat(ledger("1890")).isZero();
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void aMonthClosesWhenTheBankIsTheBooksAndNothingIsInSuspense() {
    YearMonth month = YearMonth.from(today);
    book(statement().entry(today.toString(), "5.00", "NONREF", "interest"), "5.00");
    assertThat(check.check(company.id(), month).openItems()).hasSize(1);
    assertThat(reports.run("bank-reconciliation", company, Map.of(), Locale.ENGLISH).rows())
        .as("heading, bank, books, difference, what is not explained")
        .hasSize(5);
    reconciliation.explain(entries().get(0), List.of(part("4400", "5.00")), TREASURER);
    assertThat(check.check(company.id(), month).openItems()).isEmpty();
    assertThat(check.check(company.id(), month).tieOuts())
        .as("the opening balance was never posted")
        .singleElement()
        .satisfies(tie -> assertThat(tie.ties()).isFalse());
  }
}
