package org.countinghouse.workflows.groupclose;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.ConsolidationError;

/** The variables of {@code group-close}: ids and decisions. */
record GroupCloseVariables(VariableScope scope) {

  static final String KEY = "group-close";

  private static final String CONSOLIDATION_ID = "consolidationId";
  private static final String GROUP = "group";
  private static final String PERIOD = "period";
  private static final String READY = "ready";
  private static final String FINDINGS_DECISION = "findingsDecision";
  private static final String REVIEW_DECISION = "reviewDecision";
  private static final String REMARK = "remark";
  private static final String DECIDED_BY = "decidedBy";

  /** What people decide about what keeps the month open. */
  enum FindingsDecision {
    CHECK_AGAIN,
    ACCEPT_DIFFERENCES,
    WITHDRAW
  }

  /** What people decide about the consolidated trial balance. */
  enum ReviewDecision {
    SUBMIT,
    SEND_BACK
  }

  Optional<UUID> consolidationIdIfKnown() {
    return text(CONSOLIDATION_ID).map(UUID::fromString);
  }

  /** The code of the group a person chose in the start form. */
  String group() {
    return text(GROUP).orElse("");
  }

  /**
   * The month a person wrote into the start form.
   *
   * @throws org.countinghouse.errors.BusinessException {@code consolidation.period-invalid}
   */
  YearMonth period() {
    String written = text(PERIOD).orElse("");
    try {
      return YearMonth.parse(written);
    } catch (DateTimeParseException e) {
      throw ConsolidationError.PERIOD_INVALID.with(written);
    }
  }

  void consolidation(Consolidation consolidation) {
    scope.setVariable(CONSOLIDATION_ID, consolidation.id().toString());
    scope.setVariable(PERIOD, consolidation.period().toString());
  }

  void ready(boolean ready) {
    scope.setVariable(READY, ready);
  }

  FindingsDecision findingsDecision() {
    return FindingsDecision.valueOf(decision(FINDINGS_DECISION));
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

  private String decision(String name) {
    return text(name).orElseThrow(() -> ConsolidationError.DECISION_MISSING.with());
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable((String) scope.getVariable(name)).filter(text -> !text.isBlank());
  }
}
