package org.countinghouse.server.api.journals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.journals.EnteredLines;
import org.countinghouse.journals.JournalsError;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournalFilter;
import org.countinghouse.journals.ManualJournalState;
import org.countinghouse.journals.ManualJournals;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.api.journals.JournalViews.CheckView;
import org.countinghouse.server.api.journals.JournalViews.JournalEntry;
import org.countinghouse.server.api.journals.JournalViews.JournalView;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.approval.ApprovalTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Journals that people write: drafted, checked, handed in, taken back. */
@RestController
@RequestMapping("/api/ledger")
class ManualJournalController {

  static final String READ = "ledger.manual-journal:read";
  static final String PREPARE = "ledger.manual-journal:prepare";

  private final ManualJournals journals;
  private final Organizations organizations;
  private final ApprovalTasks tasks;

  ManualJournalController(
      ManualJournals journals, Organizations organizations, ApprovalTasks tasks) {
    this.journals = journals;
    this.organizations = organizations;
    this.tasks = tasks;
  }

  /** Why. */
  record Reason(@NotBlank @Size(min = 3, max = 2000) String reason) {}

  /** Manual journals, the newest first; at most 500 a page. */
  @GetMapping("/manual-journals")
  List<JournalEntry> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable ManualJournalState state,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "0") int offset,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return journals
        .list(new ManualJournalFilter(where.id(), state, from, to, limit, offset))
        .stream()
        .map(JournalEntry::of)
        .toList();
  }

  /** A manual journal with its lines and everything that keeps it from being posted. */
  @GetMapping("/manual-journals/{id}")
  JournalView show(@PathVariable UUID id, Caller caller) {
    caller.require(READ, journals.require(id).organizationId());
    return view(id);
  }

  /** The manual journal a task of the caller's is about. */
  @GetMapping("/tasks/{taskId}/manual-journal")
  JournalView ofTask(@PathVariable String taskId, Caller caller) {
    ApprovalTasks.Place place = tasks.place(taskId);
    ManualJournal journal =
        journals
            .find(organizations.byCode(place.organization()).id(), place.businessKey())
            .orElseThrow(() -> JournalsError.UNKNOWN.with(place.businessKey()));
    caller.require(READ, journal.organizationId());
    return view(journal.id());
  }

  /** Everything that would keep a journal from being posted; nothing is stored. */
  @PostMapping("/manual-journals/checks")
  CheckView check(
      @RequestParam String organization, @RequestBody @Valid JournalBody body, Caller caller) {
    Organization where = caller.organization(organization, PREPARE);
    EnteredLines entered = body.entered(where.baseCurrency());
    List<Finding> findings = new ArrayList<>(entered.findings());
    // where lines are missing, the rest need not balance
    boolean whole = findings.isEmpty();
    journals.check(where.id(), body.content(entered)).stream()
        .filter(finding -> whole || !finding.place().isEmpty())
        .map(entered::placed)
        .forEach(findings::add);
    return new CheckView(findings);
  }

  /** Keeps a draft, whether it can be posted or not: the answer says what is still wrong. */
  @PostMapping("/manual-journals")
  ResponseEntity<JournalView> create(
      @RequestParam String organization, @RequestBody @Valid JournalBody body, Caller caller) {
    Organization where = caller.organization(organization, PREPARE);
    ManualJournal created =
        journals.create(where.id(), body.content(where.baseCurrency()), caller.actor());
    return ResponseEntity.created(URI.create("/api/ledger/manual-journals/" + created.id()))
        .body(view(created.id()));
  }

  /** Replaces what a journal says; a running approval starts over then. */
  @PutMapping("/manual-journals/{id}")
  JournalView change(@PathVariable UUID id, @RequestBody @Valid JournalBody body, Caller caller) {
    Organization where = whereToPrepare(id, caller);
    journals.change(id, body.content(where.baseCurrency()), caller.actor());
    return view(id);
  }

  /** Hands a journal in: posted at once below the limit, else on its way to an approver. */
  @PostMapping("/manual-journals/{id}/submissions")
  JournalView submit(@PathVariable UUID id, Caller caller) {
    whereToPrepare(id, caller);
    journals.submit(id, caller.actor());
    return view(id);
  }

  /** Takes a draft or returned journal back for good. */
  @PostMapping("/manual-journals/{id}/withdrawals")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id, @RequestBody @Valid Reason reason, Caller caller) {
    whereToPrepare(id, caller);
    journals.withdraw(id, reason.reason(), caller.actor());
  }

  private Organization whereToPrepare(UUID id, Caller caller) {
    UUID organizationId = journals.require(id).organizationId();
    caller.require(PREPARE, organizationId);
    return organizations.byId(organizationId);
  }

  private JournalView view(UUID id) {
    var details = journals.details(id);
    return JournalView.of(details, organizations.byId(details.journal().organizationId()));
  }
}
