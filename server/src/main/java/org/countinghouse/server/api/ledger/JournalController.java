package org.countinghouse.server.api.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Users;
import org.countinghouse.journals.JournalsError;
import org.countinghouse.journals.ManualJournalProcessing.Weight;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.JournalFilter;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.ledger.PostedLine;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.journalapproval.JournalLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Journals: posted once, read ever after, undone by a reversal only. */
@RestController
@RequestMapping("/api/ledger/journals")
class JournalController {

  private static final String READ = "ledger.journal:read";
  private static final String POST = "ledger.journal:post";
  private static final String REVERSE = "ledger.journal:reverse";

  private final Ledger ledger;
  private final Periods periods;
  private final Users users;
  private final JournalLimit limit;

  JournalController(Ledger ledger, Periods periods, Users users, JournalLimit limit) {
    this.ledger = ledger;
    this.periods = periods;
    this.users = users;
    this.limit = limit;
  }

  /** A journal with its lines. */
  record JournalView(PostedJournal journal, List<PostedLine> lines) {}

  /**
   * Why and when a journal is undone.
   *
   * @param postingDate absent: the journal's own while its month is open, else the first of the
   *     first later month that is
   */
  record ReversalRequest(
      @Nullable LocalDate postingDate, @NotBlank @Size(max = 1000) String reason) {}

  /**
   * Posts a journal at once: any for machines, whose clients answer for their own approvals; for
   * people only what needs no second person. The rest they enter as manual journals.
   */
  @PostMapping
  ResponseEntity<JournalView> post(
      @RequestParam String organization, @RequestBody @Valid JournalRequest wanted, Caller caller) {
    Organization where = caller.organization(organization, POST);
    JournalDraft draft = wanted.draft(where.id(), where.baseCurrency());
    if (!users.isMachine(caller.username())) {
      requireSmall(draft, where);
    }
    return created(ledger.post(draft, caller.actor()));
  }

  private void requireSmall(JournalDraft draft, Organization where) {
    Money debits =
        draft.lines().stream()
            .map(DraftLine::baseAmount)
            .filter(amount -> !amount.isNegative())
            .reduce(Money.zero(where.baseCurrency()), Money::plus);
    boolean late =
        periods
            .find(where.id(), YearMonth.from(draft.postingDate()))
            .filter(period -> period.state() == PeriodState.SOFT_CLOSED)
            .isPresent();
    if (limit.needsApproval(where.code(), new Weight(debits, false, late))) {
      throw JournalsError.APPROVAL_NEEDED.with(debits);
    }
  }

  /** Undoes a journal by its mirror image; once only, and only what no other module answers for. */
  @PostMapping("/{id}/reversals")
  ResponseEntity<JournalView> reverse(
      @PathVariable UUID id, @RequestBody @Valid ReversalRequest wanted, Caller caller) {
    caller.require(REVERSE, ledger.require(id).organizationId());
    ledger.requireReversibleByHand(id);
    LocalDate day = wanted.postingDate() == null ? ledger.reversalDate(id) : wanted.postingDate();
    return created(ledger.reverse(id, day, wanted.reason(), caller.actor()));
  }

  /** A journal with its lines. */
  @GetMapping("/{id}")
  JournalView show(@PathVariable UUID id, Caller caller) {
    PostedJournal journal = ledger.require(id);
    caller.require(READ, journal.organizationId());
    return new JournalView(journal, ledger.lines(id));
  }

  /** Journals, the latest number first; at most 500 a page. */
  @GetMapping
  List<PostedJournal> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "0") int offset,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return ledger.list(new JournalFilter(where.id(), from, to, source, limit, offset));
  }

  private ResponseEntity<JournalView> created(PostedJournal posted) {
    return ResponseEntity.created(URI.create("/api/ledger/journals/" + posted.id()))
        .body(new JournalView(posted, ledger.lines(posted.id())));
  }
}
