package org.countinghouse.server.api.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.matching.LineDecision;
import org.countinghouse.matching.MatchDecisions;
import org.countinghouse.matching.MatchSheets;
import org.countinghouse.matching.MatchState;
import org.countinghouse.matching.Matching;
import org.countinghouse.matching.OpenMatch;
import org.countinghouse.matching.ReceivedNotInvoiced;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.approval.ApprovalTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How invoices match their orders and receipts, and what people decide about the rest. */
@RestController
@RequestMapping("/api/matching")
class MatchingController {

  private static final String READ = "matching.match:read";
  private static final String RESOLVE = "matching.match:resolve";

  private final Matching matching;
  private final MatchSheets sheets;
  private final MatchDecisions decisions;
  private final ReceivedNotInvoiced owed;
  private final Invoices invoices;
  private final ApprovalTasks tasks;

  MatchingController(
      Matching matching,
      MatchSheets sheets,
      MatchDecisions decisions,
      ReceivedNotInvoiced owed,
      Invoices invoices,
      ApprovalTasks tasks) {
    this.matching = matching;
    this.sheets = sheets;
    this.decisions = decisions;
    this.owed = owed;
    this.invoices = invoices;
    this.tasks = tasks;
  }

  /**
   * One decision about what an invoice differs in.
   *
   * @param position line of the invoice; null: everything that concerns the whole
   * @param amount held back, tax included; null: of a price that is too high the difference, of
   *     anything else the whole line
   */
  record DecisionBody(
      @Nullable Integer position,
      LineDecision.@NotNull Kind decision,
      @DecimalMin("0.01") @Nullable BigDecimal amount,
      @NotNull @Size(min = 3, max = 1000) String reason) {

    MatchDecisions.Wanted value() {
      return new MatchDecisions.Wanted(position, decision, amount, reason);
    }
  }

  /** Decisions about everything an invoice differs in. */
  record DecisionsBody(
      @NotNull @Size(min = 1, max = 10_000) List<@NotNull @Valid DecisionBody> decisions) {}

  /** The invoices that wait, or that somebody has to decide about; the longest first. */
  @GetMapping("/invoices")
  List<OpenMatch> open(
      @RequestParam String organization,
      @RequestParam(defaultValue = "HELD") MatchState state,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return matching.open(where.id(), state);
  }

  /** What came by the end of a day and was not invoiced by then, to be accrued. */
  @GetMapping("/received-not-invoiced")
  List<ReceivedNotInvoiced.Line> receivedNotInvoiced(
      @RequestParam String organization, @RequestParam LocalDate asOf, Caller caller) {
    return owed.list(caller.organization(organization, READ).id(), asOf);
  }

  /** Order, receipts and invoice side by side. */
  @GetMapping("/invoices/{id}")
  MatchView sheet(@PathVariable UUID id, Caller caller) {
    caller.require(READ, invoices.require(id).organizationId());
    return MatchView.of(sheets.of(id));
  }

  /** The same for the invoice a task of the caller's is about. */
  @GetMapping("/tasks/{taskId}")
  MatchView sheetOfTask(@PathVariable String taskId, Caller caller) {
    ApprovalTasks.Place place = tasks.place(taskId);
    SupplierInvoice invoice =
        invoices
            .find(place.organization(), place.businessKey())
            .orElseThrow(() -> PayablesError.INVOICE_UNKNOWN.with(place.businessKey()));
    return sheet(invoice.id(), caller);
  }

  /**
   * Decides line by line; what is not agreed to is held back from payment. Completing the task then
   * sends the invoice on.
   */
  @PostMapping("/invoices/{id}/decisions")
  MatchView decide(@PathVariable UUID id, @RequestBody @Valid DecisionsBody body, Caller caller) {
    caller.require(RESOLVE, invoices.require(id).organizationId());
    decisions.decide(
        id, body.decisions().stream().map(DecisionBody::value).toList(), caller.actor());
    return MatchView.of(sheets.of(id));
  }
}
