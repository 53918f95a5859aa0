package org.countinghouse.server.api.payables;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierAccount;
import org.countinghouse.payables.SupplierAccounts;
import org.countinghouse.payables.SupplierBlock;
import org.countinghouse.payables.SupplierBlocks;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierContacts;
import org.countinghouse.payables.SupplierHold;
import org.countinghouse.payables.SupplierHolds;
import org.countinghouse.payables.SupplierPolicies;
import org.countinghouse.payables.SupplierPolicy;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.server.api.IdempotencyFilter;
import org.countinghouse.server.security.Caller;
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

/** What keeps money from going to the wrong account: holds, blocks, contacts, retired accounts. */
@RestController
@RequestMapping("/api/payables")
class SupplierSafetyController {

  private static final String READ = "payables.supplier:read";
  private static final String MANAGE = "payables.supplier:manage";
  private static final String BLOCK = "payables.supplier:block";
  private static final String REVEAL = "payables.supplier:reveal";
  private static final String POLICY = "payables.supplier-policy:manage";

  private final Suppliers suppliers;
  private final SupplierAccounts accounts;
  private final SupplierBlocks blocks;
  private final SupplierChanges changes;
  private final SupplierContacts contacts;
  private final SupplierHolds holds;
  private final SupplierPolicies policies;

  SupplierSafetyController(
      Suppliers suppliers,
      SupplierAccounts accounts,
      SupplierBlocks blocks,
      SupplierChanges changes,
      SupplierContacts contacts,
      SupplierHolds holds,
      SupplierPolicies policies) {
    this.suppliers = suppliers;
    this.accounts = accounts;
    this.blocks = blocks;
    this.changes = changes;
    this.contacts = contacts;
    this.holds = holds;
    this.policies = policies;
  }

  /** The suppliers nothing is paid to, why, and until when. */
  @GetMapping("/supplier-holds")
  List<SupplierHold> holds(@RequestParam String organization, Caller caller) {
    return holds.list(caller.organization(organization, READ).id());
  }

  /** How long new bank accounts wait. */
  @GetMapping("/supplier-policy")
  SupplierPolicy policy(@RequestParam String organization, Caller caller) {
    return policies.of(caller.organization(organization, READ).id());
  }

  /** Sets how long new bank accounts wait, in working days. */
  @PutMapping("/supplier-policy")
  SupplierPolicy setPolicy(
      @RequestParam String organization, @RequestBody @Valid SupplierPolicy policy, Caller caller) {
    Organization whose = caller.organization(organization, POLICY);
    policies.set(whose.id(), policy, caller.actor());
    return policies.of(whose.id());
  }

  /** Every change of the supplier, the latest first, with the letter that told it. */
  @GetMapping("/suppliers/{id}/changes")
  List<SupplierChange> changes(@PathVariable UUID id, Caller caller) {
    return changes.list(supplier(id, READ, caller).id());
  }

  /** Every contact the supplier had, the latest first. */
  @GetMapping("/suppliers/{id}/contacts")
  List<SupplierContact.Dated> contacts(@PathVariable UUID id, Caller caller) {
    return contacts.history(supplier(id, READ, caller).id());
  }

  /** Puts a contact in the place of the one before, which is kept. */
  @PutMapping("/suppliers/{id}/contact")
  SupplierContact setContact(
      @PathVariable UUID id, @RequestBody @Valid SupplierContact contact, Caller caller) {
    Supplier supplier = supplier(id, MANAGE, caller);
    contacts.set(supplier, contact, caller.actor());
    return contacts.of(id);
  }

  /** Every time the supplier was blocked, the latest first. */
  @GetMapping("/suppliers/{id}/blocks")
  List<SupplierBlock> blocks(@PathVariable UUID id, Caller caller) {
    return blocks.of(supplier(id, READ, caller).id());
  }

  /** Stops payments and orders to the supplier at once. */
  @PostMapping("/suppliers/{id}/blocks")
  @ResponseStatus(HttpStatus.CREATED)
  List<SupplierBlock> block(
      @PathVariable UUID id, @RequestBody @Valid ReasonBody body, Caller caller) {
    blocks.block(supplier(id, BLOCK, caller).id(), body.reason(), caller.actor());
    return blocks.of(id);
  }

  /** Asks to let a blocked supplier go; a second person decides in the task list. */
  @PostMapping("/suppliers/{id}/unblockings")
  @ResponseStatus(HttpStatus.ACCEPTED)
  List<SupplierChange> unblock(
      @PathVariable UUID id, @RequestBody @Valid ReasonBody body, Caller caller) {
    blocks.requestUnblock(supplier(id, BLOCK, caller).id(), body.reason(), caller.actor());
    return changes.open(id);
  }

  /** The whole number of an account, to compare it on the telephone; the reading is logged. */
  @PostMapping("/supplier-accounts/{id}/readings")
  NumberView reveal(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    request.setAttribute(IdempotencyFilter.ANSWER_IS_SECRET, true);
    SupplierAccount account = accounts.require(id);
    caller.require(REVEAL, account.organizationId());
    return new NumberView(accounts.reveal(id, caller.actor()).value());
  }

  /** Stops payments to an account for good. */
  @PostMapping("/supplier-accounts/{id}/retirements")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable UUID id, Caller caller) {
    SupplierAccount account = accounts.require(id);
    caller.require(MANAGE, account.organizationId());
    accounts.retire(id, caller.actor());
  }

  private Supplier supplier(UUID id, String permission, Caller caller) {
    Supplier supplier = suppliers.require(id);
    caller.require(permission, supplier.organizationId());
    return supplier;
  }

  /** Why. */
  record ReasonBody(@NotNull @Size(min = 3, max = 500) String reason) {}

  /** An account number in full. */
  record NumberView(String number) {}
}
