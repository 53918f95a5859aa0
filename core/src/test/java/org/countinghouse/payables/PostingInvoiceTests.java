package org.countinghouse.payables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.countinghouse.payables.PayablesWorld.CLERK;
import static org.countinghouse.payables.PayablesWorld.GOOD_IBAN;
import static org.countinghouse.payables.PayablesWorld.HEAD;
import static org.countinghouse.payables.PayablesWorld.INBOX;
import static org.countinghouse.payables.PayablesWorld.coding;
import static org.countinghouse.payables.PayablesWorld.invoice;
import static org.countinghouse.payables.PayablesWorld.line;
import static org.countinghouse.payables.PayablesWorld.seller;
import static org.countinghouse.payables.PayablesWorld.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class PostingInvoiceTests {

  @Autowired PayablesWorld world;
  @Autowired Payables payables;
  @Autowired Invoices invoices;
  @Autowired InvoiceCoding coding;
  @Autowired InvoicePosting posting;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired Approvals approvals;
  @Autowired Ledger ledger;
  @Autowired Periods periods;
  @Autowired JdbcTemplate jdbc;

  private Organization company;

  @BeforeEach
  void company() {
    company = world.company();
    Supplier supplier =
        suppliers.create(
            company.id(),
            new NewSupplier(
                seller("Seller", "DE1"),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of(GOOD_IBAN))),
            "known",
            CLERK);
    changes.verify(changes.open(supplier.id()).get(0).id(), "called", HEAD);
  }

  @Test
  void debitsCostAndInputTaxAndCreditsTheCreditors() {
    UUID id = coded(invoice("RE-1", "DE1"), coding(1, "V19"));
    post(id);
    assertThat(lines(id))
        .containsExactly("6815 2000 100.00 EUR", "1406  19.00 EUR", "3300  -119.00 EUR");
    assertThat(invoices.require(id).state()).isEqualTo(InvoiceState.POSTED);
    assertThat(payables.openAmount(company.id(), LocalDate.of(2026, 3, 31)))
        .isEqualTo(Money.of("119.00", "EUR"));
    assertThat(payables.openAmount(company.id(), LocalDate.of(2026, 3, 9)).isZero()).isTrue();
  }

  @Test
  void postsACreditNoteTheOtherWayRound() {
    UUID id =
        coded(
            invoice(
                "GS-1",
                InvoiceType.CREDIT_NOTE,
                seller("Seller", "DE1"),
                List.of(line("1", "10.00", "S", "19")),
                List.of(tax("S", "19", "10.00", "1.90"))),
            coding(1, "V19"));
    post(id);
    assertThat(lines(id))
        .containsExactly("6815 2000 -10.00 EUR", "1406  -1.90 EUR", "3300  11.90 EUR");
    assertThat(payables.openAmount(company.id(), LocalDate.of(2026, 3, 31)))
        .isEqualTo(Money.of("-11.90", "EUR"));
  }

  @Test
  void taxThatIsCostFollowsTheLinesToTheLastCent() {
    UUID id =
        coded(
            invoice(
                "RE-1",
                InvoiceType.INVOICE,
                seller("Seller", "DE1"),
                List.of(
                    line("1", "33.33", "S", "19"),
                    line("2", "33.33", "S", "19"),
                    line("3", "-0.07", "S", "19")),
                List.of(tax("S", "19", "66.59", "12.65"))),
            new Coding(
                Map.of(
                    1, new LineCoding("6815", "2000", "N19"),
                    2, new LineCoding("6300", "1000", "N19"),
                    3, new LineCoding("6300", "2000", "N19")),
                LocalDate.of(2026, 3, 10),
                null,
                null));
    post(id);
    assertThat(lines(id))
        .containsExactly(
            "6815 2000 39.66 EUR",
            "6300 1000 39.66 EUR",
            "6300 2000 -0.08 EUR",
            "3300  -79.24 EUR");
  }

  @Test
  void owesAndDeductsTheTaxItselfOnReverseCharge() {
    UUID id =
        coded(
            invoice(
                "RE-1",
                InvoiceType.INVOICE,
                seller("Seller", "DE1"),
                List.of(line("1", "100.00", "AE", "0")),
                List.of(tax("AE", "0", "100.00", "0.00"))),
            coding(1, "RC19"));
    post(id);
    assertThat(lines(id))
        .containsExactly(
            "6815 2000 100.00 EUR", "1407  19.00 EUR", "3837  -19.00 EUR", "3300  -100.00 EUR");
  }

  @Test
  void convertsAForeignInvoiceSoThatItsBaseAmountsBalance() {
    Currency usd = Currency.getInstance("USD");
    var foreign =
        new ReceivedInvoice(
            "US-1",
            LocalDate.of(2026, 3, 10),
            null,
            InvoiceType.INVOICE,
            usd,
            seller("Seller", "DE1"),
            Party.named("Muster GmbH"),
            List.of(usd("1", "33.33"), usd("2", "33.33"), usd("3", "33.34")),
            List.of(),
            new ReceivedInvoice.Totals(
                new Money(new BigDecimal("100"), usd),
                Money.zero(usd),
                new Money(new BigDecimal("100"), usd),
                Money.zero(usd),
                new Money(new BigDecimal("100"), usd)),
            List.of(PayeeAccount.of(GOOD_IBAN)),
            null,
            null,
            null,
            null);
    UUID id = received(foreign);
    Map<Integer, LineCoding> each =
        Map.of(
            1, new LineCoding("6815", "1000", "E0"),
            2, new LineCoding("6815", "2000", "E0"),
            3, new LineCoding("6300", "2000", "E0"));
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(
            () -> coding.code(id, new Coding(each, LocalDate.of(2026, 3, 10), null, null), CLERK))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.RATE_MISSING));
    coding.code(
        id, new Coding(each, LocalDate.of(2026, 3, 10), null, new BigDecimal("0.8555")), CLERK);
    post(id);

    List<BigDecimal> base =
        ledger.lines(posted(id).id()).stream().map(line -> line.baseAmount().amount()).toList();
    assertThat(base.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(base.get(base.size() - 1)).isEqualByComparingTo("-85.55");
  }

  @Test
  void saysEverythingThatIsWrongWithACodingAtOnce() {
    UUID id =
        received(
            invoice(
                "RE-1",
                InvoiceType.INVOICE,
                seller("Seller", "DE1"),
                List.of(
                    line("1", "10.00", "S", "19"),
                    line("2", "10.00", "S", "19"),
                    line("3", "10.00", "S", "19")),
                List.of(tax("S", "19", "30.00", "5.70"))));
    var wrong =
        new Coding(
            Map.of(
                1, new LineCoding("3300", "2000", "V19"),
                2, new LineCoding("6815", null, "V7")),
            LocalDate.of(2026, 3, 10),
            null,
            null);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> coding.code(id, wrong, CLERK))
        .satisfies(
            e ->
                assertThat(e.findings())
                    .extracting(Finding::place, Finding::code)
                    .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", "payables.account-unusable"),
                        org.assertj.core.groups.Tuple.tuple("2", "payables.cost-centre-missing"),
                        org.assertj.core.groups.Tuple.tuple("2", "payables.tax-code-mismatch"),
                        org.assertj.core.groups.Tuple.tuple("3", "payables.line-not-coded")));
    assertThat(invoices.require(id).state()).isEqualTo(InvoiceState.RECEIVED);
  }

  @Test
  void whoeverCodedMayNotApprove() {
    UUID id = coded(invoice("RE-1", "DE1"), coding(1, "V19"));
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> posting.post(id, hash(id), CLERK))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.MAKER_IS_CHECKER));
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> posting.post(id, hash(id), new Actor("deputy", "clerk")))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.MAKER_IS_CHECKER));
  }

  @Test
  void refusesWhatIsNotExactlyWhatWasApproved() {
    UUID id = coded(invoice("RE-1", "DE1"), coding(1, "V19"));
    String approved = hash(id);
    coding.code(
        id,
        new Coding(
            Map.of(1, new LineCoding("6300", "1000", "V19")),
            LocalDate.of(2026, 3, 10),
            null,
            null),
        CLERK);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> posting.post(id, approved, HEAD))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.CHANGED_SINCE_APPROVAL));
  }

  @Test
  void aClosedPeriodRefusesAndAnotherDayNeedsNoNewApproval() {
    UUID id = coded(invoice("RE-1", "DE1"), coding(1, "V19"));
    String approved = hash(id);
    periods.lockModule(company.id(), YearMonth.of(2026, 3), "payables", HEAD);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> posting.post(id, approved, HEAD))
        .satisfies(e -> assertThat(e.code()).isEqualTo(LedgerError.PERIOD_LOCKED));
    assertThat(payables.unfinished(company.id(), YearMonth.of(2026, 3)))
        .containsExactly("PI-2026-000001");

    posting.moveTo(id, LocalDate.of(2026, 4, 1), CLERK);
    posting.post(id, approved, HEAD);
    assertThat(payables.unfinished(company.id(), YearMonth.of(2026, 3))).isEmpty();
  }

  @Test
  void nothingIsPaidToASupplierWithAnOpenChange() {
    UUID id = coded(invoice("RE-1", "DE1"), coding(1, "V19"));
    post(id);
    assertThat(held(id)).isFalse();
    changes.proposeAccount(
        invoices.details(id).supplier(),
        PayeeAccount.of("DE02120300000000202051"),
        "mail of today",
        CLERK);
    assertThat(held(id)).isTrue();
  }

  private boolean held(UUID id) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select held from finance.payable_item_v where invoice_id = ?", Boolean.class, id));
  }

  private static ReceivedLine usd(String reference, String net) {
    return new ReceivedLine(
        ReceivedLine.Kind.ITEM,
        reference,
        "Item",
        null,
        null,
        null,
        null,
        Money.of(net, "USD"),
        "E",
        null,
        null);
  }

  private UUID received(ReceivedInvoice received) {
    return payables.receive(company.id(), received, null, null, INBOX).invoiceId();
  }

  private UUID coded(ReceivedInvoice received, Coding how) {
    UUID id = received(received);
    coding.code(id, how, CLERK);
    return id;
  }

  private String hash(UUID id) {
    return ContentHash.of(approvals.subject("supplier-invoice", id).facts());
  }

  private void post(UUID id) {
    posting.post(id, hash(id), HEAD);
  }

  private PostedJournal posted(UUID id) {
    return ledger.require(java.util.Objects.requireNonNull(invoices.require(id).journalId()));
  }

  private List<String> lines(UUID id) {
    return ledger.lines(posted(id).id()).stream()
        .map(
            line ->
                line.account()
                    + " "
                    + java.util.Objects.toString(line.costCentre(), "")
                    + " "
                    + line.amount())
        .toList();
  }
}
