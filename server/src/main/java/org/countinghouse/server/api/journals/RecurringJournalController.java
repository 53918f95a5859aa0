package org.countinghouse.server.api.journals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.journals.RecurringJournal;
import org.countinghouse.journals.RecurringJournals;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.api.journals.JournalViews.RecurringView;
import org.countinghouse.server.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Journals on their schedule. One is made by handing in a manual journal that has a schedule, and
 * changed by ending it and handing in another: what was approved is not edited.
 */
@RestController
@RequestMapping("/api/ledger/recurring")
class RecurringJournalController {

  private static final int UPCOMING = 12;

  private final RecurringJournals recurring;

  RecurringJournalController(RecurringJournals recurring) {
    this.recurring = recurring;
  }

  /** Until when, and why. */
  record Ending(@NotNull LocalDate endsOn, @NotBlank @Size(min = 3, max = 2000) String reason) {}

  /** Which day is left out, and why. */
  record Skip(@NotNull LocalDate dueOn, @NotBlank @Size(min = 3, max = 2000) String reason) {}

  /** Every recurring journal with what it posted and what comes next. */
  @GetMapping
  List<RecurringView> list(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, ManualJournalController.READ);
    return recurring.list(where.id()).stream().map(this::view).toList();
  }

  /** A recurring journal with what it posted and what comes next. */
  @GetMapping("/{id}")
  RecurringView show(@PathVariable UUID id, Caller caller) {
    RecurringJournal journal = recurring.require(id);
    caller.require(ManualJournalController.READ, journal.organizationId());
    return view(journal);
  }

  /** Ends a schedule: what is due after the day is not posted. */
  @PostMapping("/{id}/endings")
  RecurringView end(@PathVariable UUID id, @RequestBody @Valid Ending ending, Caller caller) {
    requireToPrepare(id, caller);
    recurring.end(id, ending.endsOn(), ending.reason(), caller.actor());
    return view(recurring.require(id));
  }

  /** Leaves out one day, for good. */
  @PostMapping("/{id}/skips")
  RecurringView skip(@PathVariable UUID id, @RequestBody @Valid Skip skip, Caller caller) {
    requireToPrepare(id, caller);
    recurring.skip(id, skip.dueOn(), skip.reason(), caller.actor());
    return view(recurring.require(id));
  }

  private void requireToPrepare(UUID id, Caller caller) {
    caller.require(ManualJournalController.PREPARE, recurring.require(id).organizationId());
  }

  private RecurringView view(RecurringJournal journal) {
    return RecurringView.of(journal, recurring.upcoming(journal, UPCOMING));
  }
}
