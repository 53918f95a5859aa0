package org.countinghouse.server.api.payables;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Coding;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.InvoiceFilter;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.PayablesSetup;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.server.api.payables.PayablesViews.AccountOption;
import org.countinghouse.server.api.payables.PayablesViews.CodingOptions;
import org.countinghouse.server.api.payables.PayablesViews.InvoiceEntry;
import org.countinghouse.server.api.payables.PayablesViews.InvoiceView;
import org.countinghouse.server.api.payables.PayablesViews.SupplierView;
import org.countinghouse.server.api.payables.PayablesViews.TaxOption;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.approval.ApprovalTasks;
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

/** Supplier invoices: what is there, and where it goes in the books. */
@RestController
@RequestMapping("/api/payables")
class InvoiceController {

  private static final String READ = "payables.invoice:read";
  private static final String CODE = "payables.invoice:code";
  private static final String OVERRIDE = "payables.invoice:override-duplicate";

  private final Invoices invoices;
  private final InvoiceCoding coding;
  private final Payables payables;
  private final PayablesSetup setup;
  private final Suppliers suppliers;
  private final Organizations organizations;
  private final ChartOfAccounts chart;
  private final ApprovalTasks tasks;

  InvoiceController(
      Invoices invoices,
      InvoiceCoding coding,
      Payables payables,
      PayablesSetup setup,
      Suppliers suppliers,
      Organizations organizations,
      ChartOfAccounts chart,
      ApprovalTasks tasks) {
    this.invoices = invoices;
    this.coding = coding;
    this.payables = payables;
    this.setup = setup;
    this.suppliers = suppliers;
    this.organizations = organizations;
    this.chart = chart;
    this.tasks = tasks;
  }

  /** The invoices of an organization, newest first. */
  @GetMapping("/invoices")
  List<InvoiceEntry> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable InvoiceState state,
      @RequestParam(required = false) @Nullable UUID supplier,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    Organization whose = caller.organization(organization, READ);
    int atMost = Math.max(1, Math.min(limit, 500));
    return invoices.list(new InvoiceFilter(whose.id(), state, supplier, text, atMost)).stream()
        .map(InvoiceEntry::of)
        .toList();
  }

  /** One invoice with lines, taxes, codings and warnings. */
  @GetMapping("/invoices/{id}")
  InvoiceView invoice(@PathVariable UUID id, Caller caller) {
    caller.require(READ, invoices.require(id).organizationId());
    return view(id);
  }

  /** The invoice a task of the caller's is about. */
  @GetMapping("/tasks/{taskId}/invoice")
  InvoiceView invoiceOfTask(@PathVariable String taskId, Caller caller) {
    ApprovalTasks.Place place = tasks.place(taskId);
    SupplierInvoice invoice =
        invoices
            .find(place.organization(), place.businessKey())
            .orElseThrow(() -> PayablesError.INVOICE_UNKNOWN.with(place.businessKey()));
    caller.require(READ, invoice.organizationId());
    return view(invoice.id());
  }

  /** What lines can be coded to. */
  @GetMapping("/coding-options")
  CodingOptions options(@RequestParam String organization, Caller caller) {
    Organization whose = caller.organization(organization, CODE);
    return new CodingOptions(
        chart.accounts(whose.id()).stream()
            .filter(account -> account.active() && account.postable())
            .filter(account -> account.controlledBy() == null)
            .map(AccountOption::of)
            .toList(),
        organizations.costCentres(whose.id()),
        setup.taxCodes(whose.id()).stream().map(TaxOption::of).toList());
  }

  /** Codes an invoice, or codes it anew; a running approval starts over then. */
  @PutMapping("/invoices/{id}/coding")
  InvoiceView code(@PathVariable UUID id, @RequestBody @Valid CodingBody body, Caller caller) {
    caller.require(CODE, invoices.require(id).organizationId());
    coding.code(id, body.coding(), caller.actor());
    return view(id);
  }

  /** Lets a held duplicate stand beside the first invoice of its number. */
  @PostMapping("/invoices/{id}/duplicate-overrides")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void override(@PathVariable UUID id, @RequestBody @Valid Reason reason, Caller caller) {
    caller.require(OVERRIDE, invoices.require(id).organizationId());
    payables.overrideDuplicate(id, reason.reason(), caller.actor());
  }

  private InvoiceView view(UUID id) {
    InvoiceDetails details = invoices.details(id);
    Organization organization = organizations.byId(details.invoice().organizationId());
    return InvoiceView.of(
        details,
        organization,
        SupplierView.of(details.supplier(), suppliers.accounts(details.supplier().id())),
        coding.proposal(details),
        coding.proposedRate(details.invoice()).orElse(null),
        invoices.warnings(details));
  }

  /**
   * How an invoice is to be booked.
   *
   * @param lines by line position
   * @param baseRate units of base currency for one of the document's; only for foreign currency,
   *     where absent the published rate of the posting date
   */
  record CodingBody(
      @NotNull @Size(min = 1, max = 10_000) Map<Integer, @NotNull @Valid LineBody> lines,
      @NotNull LocalDate postingDate,
      @Nullable LocalDate dueOn,
      @Nullable BigDecimal baseRate) {

    Coding coding() {
      Map<Integer, LineCoding> codings =
          lines.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, line -> line.getValue().coding()));
      return new Coding(codings, postingDate, dueOn, baseRate);
    }
  }

  /** Where a line goes. */
  record LineBody(@NotNull String account, @Nullable String costCentre, @NotNull String taxCode) {

    LineCoding coding() {
      return new LineCoding(account, costCentre, taxCode);
    }
  }

  /** Why. */
  record Reason(@NotNull @Size(min = 3, max = 2000) String reason) {}
}
