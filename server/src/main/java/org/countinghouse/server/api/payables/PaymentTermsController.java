package org.countinghouse.server.api.payables;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.countinghouse.payables.DiscountTerm;
import org.countinghouse.payables.Discounts;
import org.countinghouse.payables.Dispute;
import org.countinghouse.payables.Disputes;
import org.countinghouse.payables.InvoicePosting;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What changes how much of an invoice is paid when: discounts for paying early, and disputes. */
@RestController
@RequestMapping("/api/payables")
class PaymentTermsController {

  private static final String READ = "payables.invoice:read";
  private static final String CODE = "payables.invoice:code";
  private static final String READ_SUPPLIER = "payables.supplier:read";
  private static final String DISPUTE = "payables.dispute:manage";
  private static final String DISCOUNT = "payables.discount:manage";

  private final Discounts discounts;
  private final Disputes disputes;
  private final Invoices invoices;
  private final InvoicePosting posting;
  private final Suppliers suppliers;

  PaymentTermsController(
      Discounts discounts,
      Disputes disputes,
      Invoices invoices,
      InvoicePosting posting,
      Suppliers suppliers) {
    this.discounts = discounts;
    this.disputes = disputes;
    this.invoices = invoices;
    this.posting = posting;
    this.suppliers = suppliers;
  }

  /** One discount. */
  record TermBody(@Positive int days, @NotNull @DecimalMin("0.0001") BigDecimal percent) {}

  /** All discounts of a supplier; none takes them away. */
  record TermsBody(@NotNull @Size(max = 10) List<@NotNull @Valid TermBody> terms) {}

  /**
   * What is held back, and why.
   *
   * @param position line it is about; null: the whole invoice
   * @param amount tax included
   */
  record DisputeBody(
      Dispute.@NotNull Kind kind,
      @Nullable Integer position,
      @NotNull @DecimalMin("0.01") BigDecimal amount,
      @NotNull @Size(min = 3, max = 1000) String reason) {}

  /** The day it is to count in the books. */
  record PostingDateBody(@NotNull LocalDate postingDate) {}

  /** Why it is paid after all. */
  record ClosureBody(@NotNull @Size(min = 3, max = 1000) String reason) {}

  /** What a supplier grants for paying early. */
  @GetMapping("/suppliers/{id}/discounts")
  List<DiscountTerm> terms(@PathVariable UUID id, Caller caller) {
    caller.require(READ_SUPPLIER, suppliers.require(id).organizationId());
    return discounts.ofSupplier(id);
  }

  /** Keeps what was agreed; it counts for what is posted from now on. */
  @PutMapping("/suppliers/{id}/discounts")
  List<DiscountTerm> agree(
      @PathVariable UUID id, @RequestBody @Valid TermsBody body, Caller caller) {
    caller.require(DISCOUNT, suppliers.require(id).organizationId());
    discounts.agree(
        id,
        body.terms().stream().map(term -> new Discounts.Term(term.days(), term.percent())).toList(),
        caller.actor());
    return discounts.ofSupplier(id);
  }

  /** Everything an organization holds back now. */
  @GetMapping("/disputes")
  List<Dispute> open(@RequestParam String organization, Caller caller) {
    return disputes.open(caller.organization(organization, READ).id());
  }

  /** Everything that was ever held back of an invoice. */
  @GetMapping("/invoices/{id}/disputes")
  List<Dispute> of(@PathVariable UUID id, Caller caller) {
    caller.require(READ, invoices.require(id).organizationId());
    return disputes.of(id);
  }

  /** Holds back a part of an invoice. */
  @PostMapping("/invoices/{id}/disputes")
  @ResponseStatus(HttpStatus.CREATED)
  Dispute raise(@PathVariable UUID id, @RequestBody @Valid DisputeBody body, Caller caller) {
    SupplierInvoice invoice = invoices.require(id);
    caller.require(DISPUTE, invoice.organizationId());
    return disputes.raise(
        id,
        body.kind(),
        body.position(),
        new Money(body.amount(), invoice.currency()),
        body.reason(),
        caller.actor());
  }

  /**
   * Books an open invoice on another day, such as one that still waits for goods when its month
   * closes.
   */
  @PutMapping("/invoices/{id}/posting-date")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(@PathVariable UUID id, @RequestBody @Valid PostingDateBody body, Caller caller) {
    caller.require(CODE, invoices.require(id).organizationId());
    posting.moveTo(id, body.postingDate(), caller.actor());
  }

  /** Lets it be paid after all. */
  @PostMapping("/disputes/{id}/closures")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable UUID id, @RequestBody @Valid ClosureBody body, Caller caller) {
    caller.require(DISPUTE, disputes.require(id).organizationId());
    disputes.close(id, body.reason(), caller.actor());
  }
}
