package org.countinghouse.workflows.approval;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals.Offer;
import org.countinghouse.approvals.spi.SubjectState;
import org.jspecify.annotations.Nullable;

/** The variables of the process {@code approval}. */
record ApprovalVariables(VariableScope scope) {

  private static final String SUBJECT_TYPE = "subjectType";
  private static final String SUBJECT_ID = "subjectId";
  private static final String STEP = "approvalStep";
  private static final String OUTCOME = "approvalOutcome";
  private static final String DECISION = "decision";
  private static final String TEXT = "text";
  private static final String SEEN_HASH = "seenHash";
  private static final String SUBJECT = "approvalSubject";
  private static final String OFFER = "approvalOffer";

  /** Where the process goes after somebody completed the task. */
  enum Step {
    NEXT_LEVEL,
    DECIDED,
    QUESTION,
    CHANGED
  }

  /** What a person can say. */
  enum Said {
    APPROVE,
    REJECT,
    ASK
  }

  String subjectType() {
    return text(SUBJECT_TYPE);
  }

  UUID subjectId() {
    return UUID.fromString(text(SUBJECT_ID));
  }

  /** What the decision table reads; gone when the transaction is. */
  void tableInput(SubjectState subject) {
    forNow("approvalLevelsDecision", subjectType() + "-approval-levels");
    forNow("amount", subject.amount() == null ? null : subject.amount().amount());
    forNow("costCentre", subject.costCentre());
    subject.inputs().forEach(this::forNow);
  }

  /**
   * Keeps the subject until the transaction ends, so that what the table read is what is frozen.
   */
  void keep(SubjectState subject) {
    forNow(SUBJECT, subject);
  }

  /** The subject as it was read in this transaction. */
  SubjectState subject() {
    return kept(SUBJECT, SubjectState.class);
  }

  /** Keeps who was asked until the transaction ends. */
  void keep(Offer offer) {
    forNow(OFFER, offer);
  }

  /** Who was asked in this transaction. */
  Offer offer() {
    return kept(OFFER, Offer.class);
  }

  private <T> T kept(String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(scope.getVariable(name), name));
  }

  /** What timers and task take over before the transaction ends. */
  void deadlines(Instant remindAt, Instant escalateAt) {
    forNow("remindAt", Date.from(remindAt));
    forNow("escalateAt", Date.from(escalateAt));
  }

  /** What the gateway right behind the task reads. */
  void step(Step step) {
    forNow(STEP, step.name());
  }

  /** Until the transaction ends: neither a row nor a line of history. */
  private void forNow(String name, @Nullable Object value) {
    scope.setVariable(name, Variables.untypedValue(value, true));
  }

  void outcome(ApprovalRequest.State state) {
    scope.setVariable(OUTCOME, state.name());
  }

  /** What the form sent. It is read once and taken away: a variable keeps decisions, not texts. */
  Submission takeSubmission() {
    var submission =
        new Submission(Said.valueOf(text(DECISION)), optional(TEXT), optional(SEEN_HASH));
    scope.removeVariables(List.of(DECISION, TEXT, SEEN_HASH));
    return submission;
  }

  /** The text alone, taken away likewise. */
  String takeText() {
    String text = Objects.requireNonNullElse(optional(TEXT), "");
    scope.removeVariable(TEXT);
    return text;
  }

  /**
   * What a person said.
   *
   * @param seenHash of what the form showed
   */
  record Submission(Said said, @Nullable String text, @Nullable String seenHash) {}

  private String text(String name) {
    String value = optional(name);
    if (value == null) {
      throw new IllegalArgumentException("variable '" + name + "' is missing");
    }
    return value;
  }

  private @Nullable String optional(String name) {
    Object value = scope.getVariable(name);
    return value == null ? null : value.toString();
  }
}
