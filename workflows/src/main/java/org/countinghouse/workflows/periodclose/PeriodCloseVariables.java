package org.countinghouse.workflows.periodclose;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.close.CloseError;
import org.countinghouse.close.Closing;
import org.jspecify.annotations.Nullable;

/** The variables of {@code period-close}: ids and decisions. */
record PeriodCloseVariables(VariableScope scope) {

  static final String KEY = "period-close";

  private static final String CLOSING_ID = "closingId";
  private static final String PERIOD = "period";
  private static final String PREPARED_BY = "preparedBy";
  private static final String READY = "ready";
  private static final String OPEN_ITEMS_DECISION = "openItemsDecision";
  private static final String REVIEW_DECISION = "reviewDecision";
  private static final String REMARK = "remark";
  private static final String DECIDED_BY = "decidedBy";
  private static final String JOB_RUN_ID = "jobRunId";
  private static final String JOB_OUTCOME = "jobOutcome";
  private static final String LAST_JOB_RUN_ID = "lastJobRunId";
  private static final String JOB = "job";
  private static final String MONTH_READINESS = "monthReadiness";
  private static final String ROUTINE = "routine";
  private static final String ROUTINES_LEFT = "routinesLeft";
  private static final String ANOTHER_ROUTINE = "anotherRoutine";
  private static final String YEAR_ENDED = "yearEnded";
  private static final String FISCAL_YEAR = "fiscalYear";
  private static final String CERTIFICATION_DECISION = "certificationDecision";

  /** The routines that are activities of their own, by job; the flag that has each run. */
  private static final Map<String, String> MODELLED_ROUTINES =
      Map.of(
          "ledger.reverse-accruals", "runAccruals",
          "ledger.post-recurring", "runRecurring",
          "assets.depreciate", "runDepreciation",
          "ledger.revalue-currency", "runRevaluation",
          "ledger.allocate-costs", "runAllocations");

  /** What people decide about open items. */
  enum OpenItemsDecision {
    CHECK_AGAIN,
    WITHDRAW
  }

  /** What people decide about the trial balance. */
  enum ReviewDecision {
    SUBMIT,
    SEND_BACK
  }

  /** What the routines and the checks after them left. */
  enum MonthReadiness {
    READY,
    SIGN_OFFS_MISSING,
    ITEMS_OPEN
  }

  /** What people decide when something after the hard close was set aside. */
  enum CertificationDecision {
    TRY_AGAIN,
    GO_ON
  }

  Optional<UUID> closingIdIfKnown() {
    return text(CLOSING_ID).map(UUID::fromString);
  }

  /**
   * The month a person wrote into the start form.
   *
   * @throws org.countinghouse.errors.BusinessException {@code close.period-invalid}
   */
  YearMonth period() {
    String written = text(PERIOD).orElse("");
    try {
      return YearMonth.parse(written);
    } catch (DateTimeParseException e) {
      throw CloseError.PERIOD_INVALID.with(written);
    }
  }

  void closing(Closing closing) {
    scope.setVariable(CLOSING_ID, closing.id().toString());
    scope.setVariable(PERIOD, closing.period().toString());
    scope.setVariable(PREPARED_BY, closing.preparedBy());
  }

  void ready(boolean ready) {
    scope.setVariable(READY, ready);
  }

  void monthReadiness(MonthReadiness readiness) {
    scope.setVariable(MONTH_READINESS, readiness.name());
  }

  /** Whether the routines left something open; false where they did not run. */
  boolean routinesLeftSomethingOpen() {
    return text(MONTH_READINESS).filter(MonthReadiness.ITEMS_OPEN.name()::equals).isPresent();
  }

  /**
   * Says which routines are to run.
   *
   * @param jobs the jobs of all that are installed, in order
   */
  void planRoutines(List<String> jobs) {
    MODELLED_ROUTINES.forEach((job, flag) -> scope.setVariable(flag, jobs.contains(job)));
    routinesLeft(jobs.stream().filter(job -> !MODELLED_ROUTINES.containsKey(job)).toList());
  }

  /** Makes the next routine that is no activity of its own the one to run, if one is left. */
  void takeNextRoutine() {
    List<String> left = text(ROUTINES_LEFT).map(jobs -> List.of(jobs.split(","))).orElse(List.of());
    scope.setVariable(ANOTHER_ROUTINE, !left.isEmpty());
    if (!left.isEmpty()) {
      scope.setVariable(ROUTINE, left.get(0));
      routinesLeft(left.subList(1, left.size()));
    }
  }

  private void routinesLeft(List<String> jobs) {
    scope.setVariable(ROUTINES_LEFT, String.join(",", jobs));
  }

  void yearEnded(Optional<Integer> fiscalYear) {
    scope.setVariable(YEAR_ENDED, fiscalYear.isPresent());
    fiscalYear.ifPresent(year -> scope.setVariable(FISCAL_YEAR, year.toString()));
  }

  CertificationDecision certificationDecision() {
    return CertificationDecision.valueOf(decision(CERTIFICATION_DECISION));
  }

  OpenItemsDecision openItemsDecision() {
    return OpenItemsDecision.valueOf(decision(OPEN_ITEMS_DECISION));
  }

  ReviewDecision reviewDecision() {
    return ReviewDecision.valueOf(decision(REVIEW_DECISION));
  }

  /** What somebody wrote with the last decision; empty when nothing. */
  String remark() {
    return text(REMARK).orElse("");
  }

  Optional<String> decidedBy() {
    return text(DECIDED_BY);
  }

  /** Notes who took the decision, so that later activities can answer for it. */
  void decidedBy(String username) {
    scope.setVariable(DECIDED_BY, username);
  }

  /** The run of the job activity that has just ended; known within that activity only. */
  UUID jobRunId() {
    return text(JOB_RUN_ID)
        .map(UUID::fromString)
        .orElseThrow(() -> new IllegalStateException("the job activity has no run"));
  }

  /** The job of the activity that has just ended; known within that activity only. */
  String job() {
    return text(JOB).orElseThrow(() -> new IllegalStateException("the activity has no job"));
  }

  boolean jobCompletedWithoutExceptions() {
    return text(JOB_OUTCOME).filter("COMPLETED"::equals).isPresent();
  }

  Optional<UUID> lastJobRunId() {
    return text(LAST_JOB_RUN_ID).map(UUID::fromString);
  }

  /** Remembers a run that set something aside; null forgets it. */
  void lastJobRunId(@Nullable UUID runId) {
    scope.setVariable(LAST_JOB_RUN_ID, runId == null ? null : runId.toString());
  }

  private String decision(String name) {
    return text(name).orElseThrow(() -> CloseError.DECISION_MISSING.with());
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable((String) scope.getVariable(name)).filter(text -> !text.isBlank());
  }
}
