package org.countinghouse.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.payments.Payment;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentsWorld;
import org.countinghouse.payments.ProposalRequest;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entries without our id: the counterparty's account, what was learned, fees, other currencies. */
@DatabaseTest
class MatchingEvidenceTests extends CompanyWithBank {

  private static final Currency USD = Currency.getInstance("USD");
  private static final String CUSTOMER = "NL20INGB0001234567";

  @Autowired RateBook rateBook;

  @Test
  void theOnlyPaymentOfAnAmountToAnAccountIsIt() {
    world.item(company, 0, "100.00", today);
    world.item(company, 1, "100.00", today);
    PaymentRun run = released();
    book(
        statement()
            .entry(today.toString(), "-119.00", "NONREF", "to " + PaymentsWorld.IBANS.get(1))
            .entry(today.toString(), "-118.00", "NONREF", "to " + PaymentsWorld.IBANS.get(0)),
        "-237.00");
    assertThat(payments.ofRun(run.id(), null, 10))
        .filteredOn(payment -> payment.state() == Payment.State.SETTLED)
        .singleElement()
        .satisfies(paid -> assertThat(paid.creditorName()).isEqualTo("Supplier 1"));
    assertThat(reconciliation.explanations(entry("-119.00")))
        .extracting(Explanation::basis)
        .containsExactly("COUNTERPARTY");

    book(
        statement()
            .entry(today.toString(), "-119.00", "NONREF", "to " + PaymentsWorld.IBANS.get(0))
            .entry(today.toString(), "-119.00", "NONREF", "to " + PaymentsWorld.IBANS.get(0)),
        "-238.00");
    List<SuspenseEntry> open = reconciliation.queue(company.id(), main.id(), 10);
    assertThat(open).as("two entries could be the payment left: none is taken").hasSize(3);
    assertThat(reconciliation.candidates(open.get(2).entryId()))
        .filteredOn(candidate -> candidate.kind().equals("PAYMENT"))
        .singleElement()
        .satisfies(could -> assertThat(could.reasons()).isEqualTo("AMOUNT,COUNTERPARTY"));
  }

  @Test
  void whatWasLearnedIsSuggestedAndBooksByItselfAfterEnoughDecisions() {
    rules.configure(company.id(), new BankRules.Settings("1000", 2), CFO);
    for (int before = 0; before < 2; before++) {
      SuspenseEntry open = fromCustomer("8" + before + ".00");
      assertThat(open.decisions()).isEqualTo(before);
      assertThat(open.suggestedAccount()).isEqualTo(before == 0 ? null : "4400");
      reconciliation.explain(
          open.entryId(), List.of(part("4400", open.open().toPlainString())), TREASURER);
    }
    receiveFromCustomer("90.00");
    UUID learned = entry("90.00");
    assertThat(reconciliation.explanations(learned))
        .singleElement()
        .satisfies(why -> assertThat(why.basis()).isEqualTo("LEARNED"));
    assertThat(ledger("4400")).isEqualByComparingTo("-251.00");

    reconciliation.takeBack(learned, "not a sale", TREASURER);
    SuspenseEntry again = fromCustomer("91.00");
    assertThat(again.suggestedAccount()).as("a mistake is forgotten").isNull();
    assertThat(reconciliation.count(company.id(), null)).isEqualTo(2);
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void theBanksFeeInsideAnEntryIsSetApart() {
    world.item(company, 0, "100.00", today);
    PaymentRun run = released();
    Payment payment = payments.ofRun(run.id(), null, 10).get(0);
    rules.configure(company.id(), new BankRules.Settings("1000", 0), CFO);
    book(
        statement().entry(today.toString(), "-121.50", payment.endToEndId(), "out /CHGS/EUR2,50/"),
        "-121.50");
    assertThat(payments.require(payment.id()).state()).isEqualTo(Payment.State.SETTLED);
    assertThat(ledger("1460")).isZero();
    assertThat(ledger("6855")).isEqualByComparingTo("2.50");
    assertThat(ledger("1800")).isEqualByComparingTo("-121.50");
    assertThat(reconciliation.explanations(entry("-121.50")))
        .extracting(Explanation::kind)
        .containsExactlyInAnyOrder("PAYMENT", "CHARGES");

    reconciliation.takeBack(entry("-121.50"), "the bank was wrong", TREASURER);
    assertThat(payments.require(payment.id()).state().isOutstanding()).isTrue();
    assertThat(ledger("6855")).isZero();
    assertThat(ledger("1890")).isEqualByComparingTo("121.50");
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void aPaymentInAnotherCurrencyLeavesItsExchangeDifference() {
    LocalDate issued = today.minusDays(30);
    rateBook.record(
        company.id(),
        List.of(
            new RateQuote(PaymentsWorld.EUR, USD, issued, new BigDecimal("1.25")),
            new RateQuote(PaymentsWorld.EUR, USD, today, new BigDecimal("1.28"))),
        "ECB",
        null,
        CFO);
    world.foreignItem(company, 2, "100.00", USD, today);
    world.foreignItem(company, 3, "200.00", USD, today);
    PaymentRun run = released(new ProposalRequest(null, null, null, USD, "MAIN", null));
    List<Payment> made = payments.ofRun(run.id(), null, 10);
    assertThat(made).hasSize(2);
    Payment small = made.get(made.get(0).amount().amount().intValue() == 100 ? 0 : 1);
    Payment large = made.get(made.indexOf(small) == 0 ? 1 : 0);

    book(
        statement()
            .entry(today.toString(), "-79.10", small.endToEndId(), "abroad /OCMT/USD100,00/")
            .entry(today.toString(), "-158.00", "NONREF", "abroad " + large.endToEndId()),
        "-237.10");
    assertThat(payments.require(small.id()).state()).isEqualTo(Payment.State.SETTLED);
    SuspenseEntry open = reconciliation.queue(company.id(), main.id(), 10).get(0);
    assertThat(reconciliation.candidates(open.entryId()))
        .as("its number is in the text, what it cost in euros nobody can know")
        .extracting(Candidate::id)
        .containsExactly(large.id());
    reconciliation.explain(
        open.entryId(),
        List.of(new Part(large.id(), null, null, null, new BigDecimal("-158.00"))),
        TREASURER);

    assertThat(payments.require(large.id()).state()).isEqualTo(Payment.State.SETTLED);
    assertThat(ledger("1460")).as("transit at the rates it came with").isZero();
    assertThat(transit(USD)).as("and in dollars").isZero();
    assertThat(ledger("1800")).isEqualByComparingTo("-237.10");
    assertThat(ledger("4840").add(ledger("6880")))
        .as("300 dollars were owed at 240.00 and cost 237.10")
        .isEqualByComparingTo("-2.90");
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  private SuspenseEntry fromCustomer(String amount) {
    receiveFromCustomer(amount);
    return reconciliation.queue(company.id(), main.id(), 10).stream()
        .filter(open -> open.amount().compareTo(new BigDecimal(amount)) == 0)
        .findFirst()
        .orElseThrow();
  }

  private void receiveFromCustomer(String amount) {
    book(
        statement().entry(today.toString(), amount, "NONREF", "customer " + CUSTOMER + " thanks"),
        amount);
  }

  private UUID entry(String amount) {
    return jdbc.queryForObject(
        "select id from finance.bank_entries where bank_account_id = ? and amount = ?",
        UUID.class,
        main.id(),
        new BigDecimal(amount));
  }

  private BigDecimal transit(Currency currency) {
    return jdbc.queryForObject(
        "select coalesce(sum(amount), 0) from finance.journal_lines"
            + " where organization_id = ? and account = '1460' and currency = ?",
        BigDecimal.class,
        company.id(),
        currency.getCurrencyCode());
  }
}
