package org.countinghouse.payables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.countinghouse.payables.PayablesWorld.CLERK;
import static org.countinghouse.payables.PayablesWorld.EUR;
import static org.countinghouse.payables.PayablesWorld.GOOD_IBAN;
import static org.countinghouse.payables.PayablesWorld.HEAD;
import static org.countinghouse.payables.PayablesWorld.INBOX;
import static org.countinghouse.payables.PayablesWorld.line;
import static org.countinghouse.payables.PayablesWorld.seller;
import static org.countinghouse.payables.PayablesWorld.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Discounts, prepayments, disputes: what changes how much is paid when. */
@DatabaseTest
class PaymentTermsTests {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final Actor MATCHING = Actor.system("matching");

  @Autowired PayablesWorld world;
  @Autowired Payables payables;
  @Autowired InvoiceCoding coding;
  @Autowired InvoicePosting posting;
  @Autowired Invoices invoices;
  @Autowired Suppliers suppliers;
  @Autowired Discounts discounts;
  @Autowired Disputes disputes;
  @Autowired Prepayments prepayments;
  @Autowired Approvals approvals;
  @Autowired Ledger ledger;
  @Autowired JdbcTemplate jdbc;

  private Organization company;
  private Supplier supplier;

  @BeforeEach
  void company() {
    company = world.company();
    supplier =
        suppliers.adopt(
            company.id(),
            new NewSupplier(
                seller("Seller", "DE1"),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of(GOOD_IBAN))),
            CLERK,
            HEAD);
  }

  @Test
  void theDocumentsDiscountGoesBeforeTheAgreedOneAndTheHighestIsShownFirst() {
    discounts.agree(supplier.id(), List.of(new Discounts.Term(30, new BigDecimal("1"))), HEAD);
    UUID stated =
        posted(
            with(
                "RE-1",
                List.of(
                    new DiscountTerm(14, new BigDecimal("2.00"), null),
                    new DiscountTerm(7, new BigDecimal("3.00"), Money.of("100.00", "EUR")))));
    assertThat(discountsOf(stated))
        .containsExactly("2026-03-17 3.0000 100.0000 3.0000", "2026-03-24 2.0000 119.0000 2.3800");
    assertThat(
            jdbc.queryForObject(
                "select discount_until || ' ' || discount_amount from finance.payable_items where"
                    + " invoice_id = ?",
                String.class,
                stated))
        .isEqualTo("2026-03-17 3.0000");
    assertThat(discountsOf(posted(with("RE-2", List.of()))))
        .containsExactly("2026-04-09 1.0000 119.0000 1.1900");
  }

  @Test
  void aDiscountThatIsNoneIsRefused() {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(
            () ->
                discounts.agree(
                    supplier.id(), List.of(new Discounts.Term(14, new BigDecimal("100"))), HEAD))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.DISCOUNT_TERM));
  }

  @Test
  void aPrepaymentStandsAsAnAssetUntilTheFinalInvoiceDeductsItWithItsTax() {
    UUID ahead = received(prepayment("VR-1", "100.00", "19.00"));
    assertThat(coding.proposal(invoices.details(ahead)).get(1).account()).isEqualTo("1180");
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> coding.code(ahead, coded("6815"), CLERK))
        .satisfies(
            e -> assertThat(e.findings().get(0).code()).isEqualTo("payables.prepayment-account"));
    coding.code(ahead, coded("1180"), CLERK);
    post(ahead);
    assertThat(lines(ahead))
        .containsExactly("1180 100.00 EUR", "1406 19.00 EUR", "3300 -119.00 EUR");

    UUID last = received(finalInvoice("RE-1", "119.00"));
    assertThat(prepayments.open(invoices.require(last)))
        .extracting(Prepayments.Open::open)
        .containsExactly(Money.of("119.00", "EUR"));
    coding.code(last, coded("6815"), CLERK);
    post(last);
    assertThat(lines(last))
        .containsExactly(
            "6815 300.00 EUR", "1406 38.00 EUR", "1180 -100.00 EUR", "3300 -238.00 EUR");
    assertThat(prepayments.open(invoices.require(last))).isEmpty();
  }

  @Test
  void whatWasPaidWithoutAnInvoiceIsTakenFromTheAssetWhole() {
    UUID last = received(finalInvoice("RE-1", "50.00"));
    coding.code(last, coded("6815"), CLERK);
    post(last);
    assertThat(lines(last))
        .containsExactly(
            "6815 300.00 EUR", "1406 57.00 EUR", "1180 -50.00 EUR", "3300 -307.00 EUR");
  }

  @Test
  void anInvoiceThatWasPaidAheadWholeLeavesNothingDue() {
    UUID last = received(finalInvoice("RE-1", "357.00"));
    coding.code(last, coded("6815"), CLERK);
    post(last);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from finance.payable_items where invoice_id = ?",
                Integer.class,
                last))
        .isZero();
  }

  @Test
  void whatIsInDisputeIsHeldBackUntilACreditNoteOrAWordOfOurs() {
    UUID id = received(with("RE-1", List.of()));
    Dispute price =
        disputes.raise(
            id, Dispute.Kind.CREDIT_EXPECTED, 1, Money.of("19.00", "EUR"), "price too high", CLERK);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(
            () ->
                disputes.raise(
                    id, Dispute.Kind.DISPUTED, null, Money.of("100.01", "EUR"), "rest", CLERK))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.DISPUTE_AMOUNT));
    coding.code(id, coded("6815"), CLERK);
    post(id);
    assertThat(held(id)).isEqualByComparingTo("19.00");

    disputes.close(price.id(), "they were right", HEAD);
    assertThat(held(id)).isZero();
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> disputes.close(price.id(), "once more", HEAD))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.DISPUTE_CLOSED));
  }

  @Test
  void aMatchedClaimNeedsNobodyAndOnlyTheProductMayHaveCodedIt() {
    UUID byPeople = received(with("RE-1", List.of()));
    coding.code(byPeople, coded("6815"), CLERK);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> posting.postMatched(byPeople))
        .satisfies(e -> assertThat(e.code()).isEqualTo(PayablesError.STATE));
    UUID matched = received(with("RE-2", List.of()));
    coding.code(matched, coded("6815"), MATCHING);
    posting.postMatched(matched);
    SupplierInvoice posted = invoices.require(matched);
    assertThat(posted.approvedBy()).isNull();
    assertThat(posted.approvalBasis()).isEqualTo(SupplierInvoice.MATCH);
    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(
            () ->
                jdbc.update(
                    "update finance.supplier_invoices set state = 'POSTED', journal_id = ?,"
                        + " approved_at = now(), content_hash = repeat('0', 64), approval_basis ="
                        + " 'MATCH' where id = ?",
                    posted.journalId(),
                    byPeople));
  }

  private ReceivedInvoice with(String number, List<DiscountTerm> terms) {
    ReceivedInvoice plain = PayablesWorld.invoice(number, "DE1");
    return in(plain, plain.totals(), false, terms);
  }

  private static ReceivedInvoice prepayment(String number, String net, String vat) {
    ReceivedInvoice plain =
        PayablesWorld.invoice(
            number,
            InvoiceType.INVOICE,
            seller("Seller", "DE1"),
            List.of(line("1", net, "S", "19")),
            List.of(tax("S", "19", net, vat)));
    return in(plain, plain.totals(), true, List.of());
  }

  private static ReceivedInvoice finalInvoice(String number, String prepaid) {
    ReceivedInvoice plain =
        PayablesWorld.invoice(
            number,
            InvoiceType.INVOICE,
            seller("Seller", "DE1"),
            List.of(line("1", "300.00", "S", "19")),
            List.of(tax("S", "19", "300.00", "57.00")));
    ReceivedInvoice.Totals all = plain.totals();
    Money paid = Money.of(prepaid, "EUR");
    return in(
        plain,
        new ReceivedInvoice.Totals(
            all.net(), all.tax(), all.gross(), paid, all.gross().minus(paid)),
        false,
        List.of());
  }

  private static ReceivedInvoice in(
      ReceivedInvoice plain,
      ReceivedInvoice.Totals totals,
      boolean prepayment,
      List<DiscountTerm> terms) {
    return new ReceivedInvoice(
        plain.number(),
        DAY,
        null,
        plain.type(),
        EUR,
        plain.seller(),
        plain.buyer(),
        plain.lines(),
        plain.taxes(),
        totals,
        plain.payeeAccounts(),
        "PO-7",
        null,
        null,
        null,
        prepayment,
        terms);
  }

  private static Coding coded(String account) {
    return new Coding(
        Map.of(1, new LineCoding(account, account.equals("1180") ? null : "2000", "V19")),
        DAY,
        null,
        null);
  }

  private UUID received(ReceivedInvoice received) {
    return payables.receive(company.id(), received, null, null, INBOX).invoiceId();
  }

  private UUID posted(ReceivedInvoice received) {
    UUID id = received(received);
    coding.code(id, coded("6815"), CLERK);
    post(id);
    return id;
  }

  private void post(UUID id) {
    posting.post(id, ContentHash.of(approvals.subject("supplier-invoice", id).facts()), HEAD);
  }

  private List<String> lines(UUID id) {
    return ledger.lines(Objects.requireNonNull(invoices.require(id).journalId())).stream()
        .map(line -> line.account() + " " + line.amount())
        .toList();
  }

  private BigDecimal held(UUID id) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select disputed_amount from finance.payable_items where invoice_id = ?",
            BigDecimal.class,
            id));
  }

  private List<String> discountsOf(UUID id) {
    return jdbc.queryForList(
        "select d.until || ' ' || d.percent || ' ' || d.base_amount || ' ' || d.amount"
            + " from finance.payable_discount_v d join finance.payable_items i on i.id = d.item_id"
            + " where i.invoice_id = ? order by d.until",
        String.class,
        id);
  }
}
