package org.countinghouse.payables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.payables.PayablesWorld.CLERK;
import static org.countinghouse.payables.PayablesWorld.GOOD_IBAN;
import static org.countinghouse.payables.PayablesWorld.HEAD;
import static org.countinghouse.payables.PayablesWorld.INBOX;
import static org.countinghouse.payables.PayablesWorld.coding;
import static org.countinghouse.payables.PayablesWorld.invoice;
import static org.countinghouse.payables.PayablesWorld.seller;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What payables say when a month is to be closed, and what a closed month says to payables. */
@DatabaseTest
class MonthEndTests {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @Autowired PayablesWorld world;
  @Autowired Payables payables;
  @Autowired InvoiceCoding coding;
  @Autowired InvoicePosting posting;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired Approvals approvals;
  @Autowired Periods periods;
  @Autowired SignOffsCheck signOffs;
  @Autowired ControlAccountCheck controlAccount;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired OwnerRole owner;

  private Organization company;
  private UUID invoiceId;

  @BeforeEach
  void oneInvoiceIsCoded() {
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
    invoiceId =
        payables.receive(company.id(), invoice("RE-1", "DE1"), null, null, INBOX).invoiceId();
    coding.code(invoiceId, coding(1, "V19"), CLERK);
  }

  @Test
  void unfinishedSignOffKeepsTheMonthOpenUntilItIsPosted() {
    Readiness open = signOffs.check(company.id(), MARCH);
    assertThat(open.openItems())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.label()).isEqualTo("PI-2026-000001");
              assertThat(item.detail()).contains("Seller", "RE-1", "119.00 EUR");
              assertThat(item.link()).isEqualTo("/api/payables/invoices/" + invoiceId);
            });
    assertThat(signOffs.check(company.id(), MARCH.minusMonths(1)).isReady()).isTrue();

    post();
    assertThat(signOffs.check(company.id(), MARCH).isReady()).isTrue();
  }

  @Test
  void openInvoicesEqualTheirControlAccountOrTheMonthStaysOpen() {
    post();
    Readiness tied = controlAccount.check(company.id(), MARCH);
    assertThat(tied.isReady()).isTrue();
    assertThat(tied.tieOuts())
        .singleElement()
        .satisfies(
            tieOut -> {
              assertThat(tieOut.account()).isEqualTo("3300");
              assertThat(tieOut.ledgerBalance()).hasToString("-119.00 EUR");
            });

    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          jdbc.update(
              "update finance.payable_items set base_amount = base_amount + 1,"
                  + " open_base_amount = open_base_amount + 1 where organization_id = ?",
              company.id());
        });
    Readiness apart = controlAccount.check(company.id(), MARCH);
    assertThat(apart.isReady()).isFalse();
    assertThat(apart.tieOuts().get(0).difference()).hasToString("1.00 EUR");
  }

  @Test
  void closedMonthRefusesTheInvoiceThatWasApproved() {
    periods.close(company.id(), MARCH, HEAD);
    assertThatThrownBy(this::post)
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("ledger.period-closed");
  }

  private void post() {
    String approved = ContentHash.of(approvals.subject("supplier-invoice", invoiceId).facts());
    posting.post(invoiceId, approved, HEAD);
  }
}
