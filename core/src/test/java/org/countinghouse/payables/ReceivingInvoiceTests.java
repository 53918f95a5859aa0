package org.countinghouse.payables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.countinghouse.payables.PayablesWorld.CLERK;
import static org.countinghouse.payables.PayablesWorld.GOOD_IBAN;
import static org.countinghouse.payables.PayablesWorld.HEAD;
import static org.countinghouse.payables.PayablesWorld.INBOX;
import static org.countinghouse.payables.PayablesWorld.invoice;
import static org.countinghouse.payables.PayablesWorld.line;
import static org.countinghouse.payables.PayablesWorld.seller;
import static org.countinghouse.payables.PayablesWorld.tax;

import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class ReceivingInvoiceTests {

  @Autowired PayablesWorld world;
  @Autowired Payables payables;
  @Autowired Invoices invoices;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired JdbcTemplate jdbc;

  private Organization company;

  @BeforeEach
  void company() {
    company = world.company();
  }

  @Test
  void keepsEveryDigitTheDocumentStates() {
    ReceivedInvoice received = invoice("RE-1", "DE111111111");
    Receipt receipt = receive(received);

    InvoiceDetails stored = invoices.details(receipt.invoiceId());
    assertThat(receipt.kind()).isEqualTo(Receipt.Kind.ACCEPTED);
    assertThat(stored.invoice().documentNumber()).isEqualTo("PI-2026-000001");
    assertThat(stored.invoice().totals()).isEqualTo(received.totals());
    assertThat(stored.lines()).hasSize(1);
    assertThat(stored.lines().get(0).stated())
        .usingRecursiveComparison()
        .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
        .isEqualTo(received.lines().get(0));
    assertThat(stored.invoice().seller()).isEqualTo(received.seller());
    assertThat(stored.invoice().dueOn()).isEqualTo(received.issuedOn().plusDays(30));
  }

  @Test
  void queuesAnUnknownSupplierForItsSecondPerson() {
    Receipt receipt = receive(invoice("RE-1", "DE111111111"));

    Supplier supplier = invoices.details(receipt.invoiceId()).supplier();
    assertThat(supplier.state()).isEqualTo(SupplierState.CANDIDATE);
    assertThat(changes.open(supplier.id()))
        .singleElement()
        .extracting(SupplierChange::kind)
        .isEqualTo(SupplierChange.Kind.NEW_SUPPLIER);
    assertThat(suppliers.accounts(supplier.id()))
        .singleElement()
        .extracting(account -> account.number().value(), SupplierAccount::state)
        .containsExactly(GOOD_IBAN, SupplierAccount.State.PROPOSED);
  }

  @Test
  void findsTheSupplierAgainWhateverTheSpellingOfItsVatId() {
    UUID first = receive(invoice("RE-1", "DE111111111")).invoiceId();
    UUID second =
        receive(
                invoice(
                    "RE-2",
                    InvoiceType.INVOICE,
                    seller("Another spelling", "de 111 111 111"),
                    List.of(line("1", "50.00", "E", "0")),
                    List.of(tax("E", "0", "50.00", "0.00"))))
            .invoiceId();
    assertThat(invoices.require(second).supplierId())
        .isEqualTo(invoices.require(first).supplierId());
  }

  @Test
  void keepsASecondDocumentOfTheSameNumberAsDuplicate() {
    UUID first = receive(invoice("RE-2026/0017", "DE111111111")).invoiceId();
    Receipt second = receive(invoice("re 2026 0017", "DE111111111"));

    assertThat(second).isEqualTo(new Receipt(first, Receipt.Kind.DUPLICATE));
    assertThat(held()).singleElement().extracting(Invoices.Entry::number).isEqualTo("re 2026 0017");
  }

  @Test
  void anOverriddenDuplicateStandsBesideTheFirst() {
    receive(invoice("RE-1", "DE111111111"));
    receive(invoice("RE-1", "DE111111111"));
    UUID duplicate = held().get(0).id();

    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> payables.overrideDuplicate(duplicate, " ", HEAD))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.REASON_MISSING));
    payables.overrideDuplicate(duplicate, "Supplier numbers restart per depot", HEAD);

    assertThat(invoices.require(duplicate).state()).isEqualTo(InvoiceState.RECEIVED);
    assertThat(invoices.warnings(invoices.details(duplicate)))
        .extracting(Finding::code)
        .contains("payables.duplicate-overridden", "payables.near-duplicate");
  }

  @Test
  void theNumberOfARejectedClaimMayComeAgain() {
    UUID first = receive(invoice("RE-1", "DE111111111")).invoiceId();
    payables.reject(first, "wrong address", CLERK);
    assertThat(receive(invoice("RE-1", "DE111111111")).kind()).isEqualTo(Receipt.Kind.ACCEPTED);
  }

  @Test
  void warnsOfTheSameAmountOnANearDay() {
    receive(invoice("RE-1", "DE111111111"));
    UUID second = receive(invoice("RE-7", "DE111111111")).invoiceId();
    assertThat(invoices.warnings(invoices.details(second)))
        .extracting(Finding::code)
        .contains("payables.near-duplicate", "payables.account-unverified");
  }

  @Test
  void warnsOfAnAccountThatFailsTheIbanCheck() {
    ReceivedInvoice good = invoice("RE-1", "DE111111111");
    var bad =
        new ReceivedInvoice(
            good.number(),
            good.issuedOn(),
            good.dueOn(),
            good.type(),
            good.currency(),
            good.seller(),
            good.buyer(),
            good.lines(),
            good.taxes(),
            good.totals(),
            List.of(PayeeAccount.of("DE75 5121 0800 1245 1261 98")),
            null,
            null,
            null,
            null);
    assertThat(invoices.warnings(invoices.details(receive(bad).invoiceId())))
        .extracting(Finding::code)
        .contains("payables.iban-invalid");
  }

  @Test
  void refusesADocumentThatDoesNotAddUp() {
    ReceivedInvoice good = invoice("RE-1", "DE111111111");
    var bad =
        new ReceivedInvoice(
            good.number(),
            good.issuedOn(),
            null,
            good.type(),
            good.currency(),
            good.seller(),
            good.buyer(),
            good.lines(),
            good.taxes(),
            new ReceivedInvoice.Totals(
                Money.of("100.01", "EUR"),
                Money.of("19.00", "EUR"),
                Money.of("119.01", "EUR"),
                Money.of("0", "EUR"),
                Money.of("119.01", "EUR")),
            List.of(),
            null,
            null,
            null,
            null);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> receive(bad))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.TOTALS_DIFFER));
  }

  @Test
  void storesANumberOfFiveHundredCharactersAndRefusesALongerOne() {
    assertThat(receive(invoice("N".repeat(500), "DE111111111")).kind())
        .isEqualTo(Receipt.Kind.ACCEPTED);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> receive(invoice("N".repeat(501), "DE111111111")))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.NUMBER_TOO_LONG));
  }

  @Test
  void nobodyVerifiesTheSupplierHeMade() {
    Supplier made =
        suppliers.create(
            company.id(),
            new NewSupplier(
                seller("New one", "DE222222222"),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of(GOOD_IBAN))),
            "framework agreement",
            CLERK);
    UUID change = changes.open(made.id()).get(0).id();
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> changes.verify(change, "called", CLERK))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.MAKER_IS_CHECKER));

    changes.verify(change, "called the number on file", HEAD);
    assertThat(suppliers.require(made.id()).state()).isEqualTo(SupplierState.ACTIVE);
    assertThat(suppliers.accounts(made.id()))
        .extracting(SupplierAccount::state)
        .containsExactly(SupplierAccount.State.VERIFIED);
  }

  @Test
  void anUnknownAccountOfAKnownSupplierWaitsForASecondPerson() {
    Supplier supplier = activeSupplier("DE333333333", "DE02120300000000202051");
    receive(invoice("RE-1", "DE333333333"));
    assertThat(changes.open(supplier.id()))
        .singleElement()
        .extracting(SupplierChange::kind)
        .isEqualTo(SupplierChange.Kind.NEW_ACCOUNT);
  }

  @Test
  void aMergedCandidateHandsItsInvoicesOverAndItsDuplicatesAreHeld() {
    Supplier known = activeSupplier("DE444444444", GOOD_IBAN);
    receive(invoice("RE-1", "DE444444444"));
    UUID fresh = receive(withoutKeys("RE-2")).invoiceId();
    UUID again = receive(withoutKeys("RE-1")).invoiceId();
    Supplier candidate = invoices.details(fresh).supplier();
    assertThat(candidate.id()).isNotEqualTo(known.id());

    changes.merge(changes.open(candidate.id()).get(0).id(), known.id(), CLERK);

    assertThat(invoices.require(fresh).supplierId()).isEqualTo(known.id());
    assertThat(invoices.require(fresh).state()).isEqualTo(InvoiceState.RECEIVED);
    assertThat(invoices.require(again).state()).isEqualTo(InvoiceState.DUPLICATE);
  }

  @Test
  void whatTheDocumentStatesCannotBeRewrittenByAnyCodePath() {
    UUID id = receive(invoice("RE-1", "DE111111111")).invoiceId();
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () -> jdbc.update("update finance.supplier_invoices set gross = 1 where id = ?", id))
        .withMessageContaining("stands");
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                jdbc.update("delete from finance.supplier_invoice_lines where invoice_id = ?", id));
  }

  private Receipt receive(ReceivedInvoice received) {
    return payables.receive(company.id(), received, null, null, INBOX);
  }

  private Supplier activeSupplier(String vatId, String iban) {
    Supplier made =
        suppliers.create(
            company.id(),
            new NewSupplier(
                seller("Seller " + vatId, vatId),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of(iban))),
            "known",
            CLERK);
    changes.verify(changes.open(made.id()).get(0).id(), "called", HEAD);
    return made;
  }

  private static ReceivedInvoice withoutKeys(String number) {
    ReceivedInvoice good = invoice(number, "DE1");
    return new ReceivedInvoice(
        good.number(),
        good.issuedOn(),
        null,
        good.type(),
        good.currency(),
        Party.named("Nobody knows us"),
        good.buyer(),
        good.lines(),
        good.taxes(),
        good.totals(),
        List.of(),
        null,
        null,
        null,
        null);
  }

  private List<Invoices.Entry> held() {
    return invoices.list(new InvoiceFilter(company.id(), InvoiceState.DUPLICATE, null, null, 10));
  }
}
