package org.countinghouse.server.api.payables;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierContacts;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.server.api.payables.PayablesViews.ChangeView;
import org.countinghouse.server.api.payables.PayablesViews.SupplierView;
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

/** Suppliers and their bank accounts; each new one waits for a second person. */
@RestController
@RequestMapping("/api/payables")
class SupplierController {

  private static final String READ = "payables.supplier:read";
  private static final String MANAGE = "payables.supplier:manage";
  private static final String READ_INVOICE = "payables.invoice:read";

  private final Suppliers suppliers;
  private final SupplierChanges changes;
  private final SupplierContacts contacts;
  private final Organizations organizations;
  private final ApprovalTasks tasks;

  SupplierController(
      Suppliers suppliers,
      SupplierChanges changes,
      SupplierContacts contacts,
      Organizations organizations,
      ApprovalTasks tasks) {
    this.suppliers = suppliers;
    this.changes = changes;
    this.contacts = contacts;
    this.organizations = organizations;
    this.tasks = tasks;
  }

  /** The suppliers whose name or number contains the text, by name; without their accounts. */
  @GetMapping("/suppliers")
  List<SupplierView> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable String text,
      Caller caller) {
    Organization whose = caller.organization(organization, READ);
    return suppliers.list(whose.id(), text).stream()
        .map(supplier -> SupplierView.of(supplier, List.of()))
        .toList();
  }

  /** One supplier with its bank accounts, numbers masked. */
  @GetMapping("/suppliers/{id}")
  SupplierView supplier(@PathVariable UUID id, Caller caller) {
    Supplier supplier = suppliers.require(id);
    caller.require(READ, supplier.organizationId());
    return view(supplier);
  }

  /** Makes a candidate and asks for its verification. */
  @PostMapping("/suppliers")
  @ResponseStatus(HttpStatus.CREATED)
  SupplierView create(
      @RequestParam String organization, @RequestBody @Valid SupplierBody body, Caller caller) {
    Organization whose = caller.organization(organization, MANAGE);
    return view(
        suppliers.enter(
            whose.id(),
            new NewSupplier(body.party(), body.terms().terms(), body.accounts()),
            Objects.requireNonNullElse(body.contact(), SupplierContact.NONE),
            body.reason(),
            caller.actor()));
  }

  /**
   * Proposes a bank account; payments to the supplier are held until somebody else verified it and
   * its waiting period is over.
   */
  @PostMapping("/suppliers/{id}/accounts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  SupplierView propose(@PathVariable UUID id, @RequestBody @Valid AccountBody body, Caller caller) {
    Supplier supplier = suppliers.require(id);
    caller.require(MANAGE, supplier.organizationId());
    var account = new PayeeAccount(body.number(), body.bic(), body.holder());
    if (body.replaces()) {
      changes.replaceAccounts(supplier, account, body.reason(), caller.actor());
    } else {
      changes.proposeAccount(supplier, account, body.reason(), caller.actor());
    }
    return view(supplier);
  }

  /** A change with its supplier. */
  @GetMapping("/supplier-changes/{id}")
  ChangeView change(@PathVariable UUID id, Caller caller) {
    SupplierChange change = changes.require(id);
    caller.require(READ, change.organizationId());
    return view(change);
  }

  /** The change a task of the caller's is about. */
  @GetMapping("/tasks/{taskId}/supplier-change")
  ChangeView changeOfTask(@PathVariable String taskId, Caller caller) {
    ApprovalTasks.Place place = tasks.place(taskId);
    UUID organizationId = organizations.byCode(place.organization()).id();
    SupplierChange change =
        changes
            .find(organizationId, place.businessKey())
            .orElseThrow(() -> PayablesError.CHANGE_UNKNOWN.with(place.businessKey()));
    if (!caller.isPermitted(READ_INVOICE, organizationId)) {
      caller.require(READ, organizationId);
    }
    return view(change);
  }

  /** Completes the data of a new supplier; whoever does may not verify it. */
  @PutMapping("/supplier-changes/{id}")
  ChangeView prepare(@PathVariable UUID id, @RequestBody @Valid Prepared body, Caller caller) {
    SupplierChange change = changes.require(id);
    caller.require(MANAGE, change.organizationId());
    changes.complete(
        id,
        body.party(),
        body.terms().terms(),
        body.contact(),
        Objects.requireNonNullElse(body.accounts(), List.of()),
        caller.actor());
    return view(changes.require(id));
  }

  private ChangeView view(SupplierChange change) {
    return new ChangeView(
        change,
        organizations.byId(change.organizationId()).code(),
        view(suppliers.require(change.supplierId())),
        contacts.of(change.supplierId()));
  }

  private SupplierView view(Supplier supplier) {
    return SupplierView.of(supplier, suppliers.accounts(supplier.id()));
  }

  /** A new supplier. */
  record SupplierBody(
      @NotNull Party party,
      @NotNull @Valid TermsBody terms,
      @NotNull @Size(max = 20) List<PayeeAccount> accounts,
      @Nullable SupplierContact contact,
      @NotNull @Size(min = 3, max = 500) String reason) {}

  /** Terms within their limits. */
  record TermsBody(
      @Min(0) @Max(365) int paymentDays,
      @Nullable String account,
      @Nullable String costCentre,
      @Nullable String taxCode) {

    SupplierTerms terms() {
      return new SupplierTerms(paymentDays, account, costCentre, taxCode);
    }
  }

  /** A bank account to be verified. */
  record AccountBody(
      @NotNull @Size(min = 1, max = 100) String number,
      @Nullable @Size(max = 20) String bic,
      @Nullable @Size(max = 200) String holder,
      boolean replaces,
      @NotNull @Size(min = 3, max = 500) String reason) {}

  /** The completed data of a candidate. */
  record Prepared(
      @NotNull Party party,
      @NotNull @Valid TermsBody terms,
      @Nullable SupplierContact contact,
      @Nullable @Size(max = 20) List<PayeeAccount> accounts) {}
}
