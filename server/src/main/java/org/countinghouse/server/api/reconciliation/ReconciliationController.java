package org.countinghouse.server.api.reconciliation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.Entry;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reconciliation.BankRule;
import org.countinghouse.reconciliation.BankRules;
import org.countinghouse.reconciliation.Candidate;
import org.countinghouse.reconciliation.Explanation;
import org.countinghouse.reconciliation.NewBankRule;
import org.countinghouse.reconciliation.Part;
import org.countinghouse.reconciliation.Reconciliation;
import org.countinghouse.reconciliation.ReconciliationError;
import org.countinghouse.reconciliation.SuspenseEntry;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.approval.ApprovalTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Entries in suspense, what they could be, what people say they are, and the rules. */
@RestController
@RequestMapping("/api/reconciliation")
class ReconciliationController {

  private static final String READ = "reconciliation.entry:read";
  private static final String EXPLAIN = "reconciliation.entry:explain";
  private static final String RULES = "reconciliation.rule:manage";

  private final Reconciliation reconciliation;
  private final BankRules rules;
  private final BankAccounts accounts;
  private final BankStatements statements;
  private final ApprovalTasks tasks;

  ReconciliationController(
      Reconciliation reconciliation,
      BankRules rules,
      BankAccounts accounts,
      BankStatements statements,
      ApprovalTasks tasks) {
    this.reconciliation = reconciliation;
    this.rules = rules;
    this.accounts = accounts;
    this.statements = statements;
    this.tasks = tasks;
  }

  /**
   * What a task is about.
   *
   * @param account code; {@code UNKNOWN}: statements of no account of ours
   */
  record TaskView(String organization, String account) {}

  /** An entry with what was said to explain it, and what it could be. */
  record EntryView(Entry entry, List<Explanation> explanations, List<Candidate> candidates) {}

  /** What an entry is. */
  record PartsBody(@NotNull @Size(min = 1, max = 200) List<@Valid @NotNull PartBody> parts) {}

  /** A part: exactly one of payment, invoice and account; out below zero. */
  record PartBody(
      @Nullable UUID paymentId,
      @Nullable UUID itemId,
      @Nullable @Size(max = 20) String account,
      @Nullable @Size(max = 20) String costCentre,
      @NotNull BigDecimal amount) {

    Part part() {
      return new Part(paymentId, itemId, account, costCentre, amount);
    }
  }

  /** A rule to be defined; see {@link NewBankRule}. */
  record RuleBody(
      @NotBlank @Size(max = 200) String name,
      int rank,
      @Nullable String bankAccount,
      @Nullable @Size(max = 200) String contains,
      @Nullable @Size(max = 500) String pattern,
      @Nullable UUID likeEntry,
      @Nullable BigDecimal amountFrom,
      @Nullable BigDecimal amountTo,
      @NotBlank String account,
      @Nullable String costCentre) {}

  /** How an organization reconciles; see {@link BankRules.Settings}. */
  record SettingsBody(@Nullable String chargesCostCentre, @PositiveOrZero int learnAfter) {}

  /** Why. */
  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /** How many explanations were found. */
  record Found(int found) {}

  /** What is not explained, the oldest first. */
  @GetMapping("/entries")
  List<SuspenseEntry> queue(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    UUID of = account == null ? null : accounts.require(where.id(), account).id();
    return reconciliation.queue(where.id(), of, limit);
  }

  /** Which account a task of the caller's is about. */
  @GetMapping("/tasks/{taskId}")
  TaskView accountOfTask(@PathVariable String taskId, Caller caller) {
    ApprovalTasks.Place place = tasks.place(taskId);
    Organization where = caller.organization(place.organization(), READ);
    return new TaskView(where.code(), place.businessKey());
  }

  /** One entry. */
  @GetMapping("/entries/{id}")
  EntryView entry(@PathVariable UUID id, Caller caller) {
    Entry entry = permitted(id, READ, caller);
    return new EntryView(entry, reconciliation.explanations(id), reconciliation.candidates(id));
  }

  /** Says what an entry is. */
  @PostMapping("/entries/{id}/explanations")
  List<Explanation> explain(
      @PathVariable UUID id, @RequestBody @Valid PartsBody body, Caller caller) {
    permitted(id, EXPLAIN, caller);
    return reconciliation.explain(
        id, body.parts().stream().map(PartBody::part).toList(), caller.actor());
  }

  /** Takes back what explains an entry. */
  @PostMapping("/entries/{id}/reversals")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(@PathVariable UUID id, @RequestBody @Valid Reason body, Caller caller) {
    permitted(id, EXPLAIN, caller);
    reconciliation.takeBack(id, body.reason(), caller.actor());
  }

  /** Looks again at what is not explained on an account. */
  @PostMapping("/matches")
  Found match(@RequestParam String organization, @RequestParam String account, Caller caller) {
    Organization where = caller.organization(organization, EXPLAIN);
    UUID of = accounts.require(where.id(), account).id();
    return new Found(reconciliation.matchAgain(of, caller.actor()));
  }

  /** The rules in use, in the order they are asked. */
  @GetMapping("/rules")
  List<BankRule> rules(@RequestParam String organization, Caller caller) {
    return rules.list(caller.organization(organization, READ).id());
  }

  /** Defines a rule. */
  @PostMapping("/rules")
  @ResponseStatus(HttpStatus.CREATED)
  BankRule define(
      @RequestParam String organization, @RequestBody @Valid RuleBody body, Caller caller) {
    Organization where = caller.organization(organization, RULES);
    String bank = body.bankAccount();
    UUID like = body.likeEntry();
    if (like != null && !entryOf(like).organizationId().equals(where.id())) {
      throw ReconciliationError.ENTRY_UNKNOWN.with(like);
    }
    return rules.define(
        where.id(),
        new NewBankRule(
            body.name(),
            body.rank(),
            bank == null ? null : accounts.require(where.id(), bank).id(),
            body.contains(),
            body.pattern(),
            like,
            body.amountFrom(),
            body.amountTo(),
            body.account(),
            body.costCentre()),
        caller.actor());
  }

  /** Ends a rule. */
  @DeleteMapping("/rules/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, Caller caller) {
    caller.require(RULES, rules.require(id).organizationId());
    rules.end(id, caller.actor());
  }

  /** How an organization reconciles. */
  @GetMapping("/settings")
  BankRules.Settings settings(@RequestParam String organization, Caller caller) {
    return rules.settings(caller.organization(organization, READ).id());
  }

  /** Says how an organization reconciles. */
  @PutMapping("/settings")
  BankRules.Settings configure(
      @RequestParam String organization, @RequestBody @Valid SettingsBody body, Caller caller) {
    Organization where = caller.organization(organization, RULES);
    return rules.configure(
        where.id(),
        new BankRules.Settings(body.chargesCostCentre(), body.learnAfter()),
        caller.actor());
  }

  private Entry permitted(UUID id, String permission, Caller caller) {
    Entry entry = entryOf(id);
    caller.require(permission, entry.organizationId());
    return entry;
  }

  private Entry entryOf(UUID id) {
    return statements.entry(id).orElseThrow(() -> ReconciliationError.ENTRY_UNKNOWN.with(id));
  }
}
