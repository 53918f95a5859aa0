package org.countinghouse.payables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.countinghouse.payables.PayablesWorld.CLERK;
import static org.countinghouse.payables.PayablesWorld.EUR;
import static org.countinghouse.payables.PayablesWorld.GOOD_IBAN;
import static org.countinghouse.payables.PayablesWorld.HEAD;
import static org.countinghouse.payables.PayablesWorld.INBOX;
import static org.countinghouse.payables.PayablesWorld.seller;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.ErrorCode;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A dollar invoice in euro books, booked by the rate of its day and paid at another. */
@DatabaseTest
class SettlementTests {

  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate BOOKED = LocalDate.of(2026, 3, 10);
  private static final LocalDate PAID = LocalDate.of(2026, 4, 10);

  @Autowired PayablesWorld world;
  @Autowired Payables payables;
  @Autowired InvoiceCoding coding;
  @Autowired InvoicePosting posting;
  @Autowired Invoices invoices;
  @Autowired Settlements settlements;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired Approvals approvals;
  @Autowired ChartOfAccounts chart;
  @Autowired RateBook book;
  @Autowired Ledger ledger;
  @Autowired ControlAccountCheck controlAccount;

  private Organization company;
  private Supplier supplier;

  @BeforeEach
  void aCompanyWithABankAndRates() {
    company = world.company();
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1800", "Bank", AccountType.ASSET).serving(AccountPurpose.BANK),
            NewAccount.of("1801", "Bank USD", AccountType.ASSET).in(USD),
            NewAccount.of("4840", "Gains", AccountType.INCOME)
                .serving(AccountPurpose.REALIZED_EXCHANGE_GAIN),
            NewAccount.of("6880", "Losses", AccountType.EXPENSE)
                .serving(AccountPurpose.REALIZED_EXCHANGE_LOSS)),
        HEAD);
    supplier =
        suppliers.create(
            company.id(),
            new NewSupplier(
                seller("Seller", "DE1"),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of(GOOD_IBAN))),
            "known",
            CLERK);
    changes.verify(changes.open(supplier.id()).get(0).id(), "called", HEAD);
    rate(BOOKED, "1.25");
    rate(PAID, "1.20");
  }

  @Test
  void aForeignInvoiceIsValuedByThePublishedRateOfItsDay() {
    UUID id = posted(InvoiceType.INVOICE, "100.00");
    assertThat(invoices.require(id).baseRate()).isEqualByComparingTo("0.8");
    DueItem item = item(id);
    assertThat(item.open()).isEqualTo(Money.of("100.00", "USD"));
    assertThat(item.openBaseAmount()).isEqualTo(Money.of("80.00", "EUR"));
  }

  @Test
  void payingMoreThanItWasBookedAtRealizesALoss() {
    DueItem item = item(posted(InvoiceType.INVOICE, "100.00"));
    Settlement done = settlements.settle(item.id(), paid("100.00", null, "84.10"), HEAD);

    assertThat(done.number()).isEqualTo("PS-2026-000001");
    assertThat(done.difference()).isEqualTo(Money.of("-4.10", "EUR"));
    assertThat(lines(done))
        .containsExactly(
            "3300 100.00 USD 80.00 EUR", "1800 -84.10 EUR -84.10 EUR", "6880 4.10 EUR 4.10 EUR");
    assertThat(settlements.requireItem(item.id()).open().isZero()).isTrue();
    assertTied();
  }

  @Test
  void payingInPartsReleasesTheBookValueToTheLastCent() {
    DueItem item = item(posted(InvoiceType.INVOICE, "100.00"));
    // by the rate of the day: 33.33 / 1.20 = 27.775, half up
    Settlement first = settlements.settle(item.id(), paid("33.33", null, null), HEAD);
    assertThat(lines(first))
        .containsExactly(
            "3300 33.33 USD 26.66 EUR", "1800 -27.78 EUR -27.78 EUR", "6880 1.12 EUR 1.12 EUR");
    settlements.settle(item.id(), paid("33.33", null, null), HEAD);
    Settlement last = settlements.settle(item.id(), paid("33.34", "1801", null), HEAD);
    assertThat(last.bankAmount()).isEqualTo(Money.of("33.34", "USD"));
    assertThat(settlements.requireItem(item.id()).openBaseAmount().isZero()).isTrue();
    assertThat(settlements.of(item.id())).hasSize(3);
    assertTied();
  }

  @Test
  void aRefundOfACreditNoteGainsTheOtherWayRound() {
    DueItem item = item(posted(InvoiceType.CREDIT_NOTE, "50.00"));
    Settlement done = settlements.settle(item.id(), paid("50.00", null, "42.00"), HEAD);
    assertThat(lines(done))
        .containsExactly(
            "3300 -50.00 USD -40.00 EUR", "1800 42.00 EUR 42.00 EUR", "4840 -2.00 EUR -2.00 EUR");
    assertTied();
  }

  @Test
  void takenBackTheItemIsOpenAsBefore() {
    DueItem item = item(posted(InvoiceType.INVOICE, "100.00"));
    Settlement done = settlements.settle(item.id(), paid("60.00", null, "50.00"), HEAD);
    settlements.reverse(done.id(), PAID, "bounced", HEAD);
    assertThat(settlements.requireItem(item.id())).isEqualTo(item);
    assertRefused(
        PayablesError.SETTLEMENT_REVERSED,
        () -> settlements.reverse(done.id(), PAID, "bounced", HEAD));
    settlements.settle(item.id(), paid("100.00", null, "84.10"), HEAD);
    assertTied();
  }

  @Test
  void refusesWhatCannotHaveHappened() {
    DueItem item = item(posted(InvoiceType.INVOICE, "100.00"));
    assertRefused(
        PayablesError.SETTLEMENT_AMOUNT,
        () -> settlements.settle(item.id(), paid("100.01", null, null), HEAD));
    assertRefused(
        PayablesError.SETTLEMENT_BANK_AMOUNT,
        () -> settlements.settle(item.id(), paid("100.00", "1801", "99.00"), HEAD));
    assertRefused(
        PayablesError.SETTLEMENT_ACCOUNT,
        () -> settlements.settle(item.id(), paid("100.00", "3300", null), HEAD));
    assertRefused(
        PayablesError.SETTLEMENT_DATE,
        () ->
            settlements.settle(
                item.id(),
                new NewSettlement(BOOKED.minusDays(1), BigDecimal.TEN, null, null, "early"),
                HEAD));
    changes.proposeAccount(
        suppliers.require(supplier.id()),
        PayeeAccount.of("DE02120300000000202051"),
        "a mail",
        CLERK);
    assertRefused(
        PayablesError.ITEM_HELD,
        () -> settlements.settle(item.id(), paid("100.00", null, null), HEAD));
    assertThat(settlements.of(item.id())).isEmpty();
  }

  private void assertTied() {
    assertThat(controlAccount.check(company.id(), YearMonth.of(2026, 3)).isReady()).isTrue();
    assertThat(controlAccount.check(company.id(), YearMonth.of(2026, 4)).isReady()).isTrue();
  }

  private static void assertRefused(ErrorCode code, Runnable call) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private static NewSettlement paid(String amount, String account, String bankAmount) {
    return new NewSettlement(
        PAID,
        new BigDecimal(amount),
        account,
        bankAmount == null ? null : new BigDecimal(bankAmount),
        "E2E-1");
  }

  private void rate(LocalDate day, String dollars) {
    book.record(
        company.id(),
        List.of(new RateQuote(EUR, USD, day, new BigDecimal(dollars))),
        "ECB",
        null,
        HEAD);
  }

  private DueItem item(UUID invoiceId) {
    return settlements.items(company.id(), true, 10).stream()
        .filter(item -> item.invoiceId().equals(invoiceId))
        .findFirst()
        .orElseThrow();
  }

  private UUID posted(InvoiceType type, String net) {
    Money amount = Money.of(net, "USD");
    var document =
        new ReceivedInvoice(
            "US-1",
            BOOKED,
            null,
            type,
            USD,
            seller("Seller", "DE1"),
            Party.named("Muster GmbH"),
            List.of(
                new ReceivedLine(
                    ReceivedLine.Kind.ITEM,
                    "1",
                    "Item",
                    null,
                    null,
                    null,
                    null,
                    amount,
                    "E",
                    null,
                    null)),
            List.of(),
            new ReceivedInvoice.Totals(amount, Money.zero(USD), amount, Money.zero(USD), amount),
            List.of(PayeeAccount.of(GOOD_IBAN)),
            null,
            null,
            null,
            null);
    UUID id = payables.receive(company.id(), document, null, null, INBOX).invoiceId();
    coding.code(
        id, new Coding(Map.of(1, new LineCoding("6815", "2000", "E0")), BOOKED, null, null), CLERK);
    posting.post(id, ContentHash.of(approvals.subject("supplier-invoice", id).facts()), HEAD);
    return id;
  }

  private List<String> lines(Settlement settlement) {
    return ledger.lines(settlement.journalId()).stream()
        .map(line -> line.account() + " " + line.amount() + " " + line.baseAmount())
        .toList();
  }
}
