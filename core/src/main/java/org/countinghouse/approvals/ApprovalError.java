package org.countinghouse.approvals;

import org.countinghouse.errors.ErrorCode;

/** Why a decision is refused. */
public enum ApprovalError implements ErrorCode {
  UNKNOWN("approvals.unknown", 404, "There is no approval request %s: reload the task list."),
  SUBJECT_UNKNOWN(
      "approvals.subject-unknown", 422, "Nothing of kind %s can be approved: check the process."),
  NO_LEVELS(
      "approvals.no-levels",
      422,
      "No approval level is set for %s: complete the decision table of its kind."),
  NO_APPROVER(
      "approvals.no-approver",
      409,
      "Nobody may decide on %s at level %s (%s): grant a limit or a substitution."),
  NOT_OPEN("approvals.not-open", 409, "The request on %s is %s already: reload the task list."),
  MAKER("approvals.maker", 403, "%s prepared %s and may not decide on it: somebody else has to."),
  DECIDED_BEFORE(
      "approvals.decided-before",
      409,
      "%s has decided on %s already: the next level is for somebody else."),
  NOT_CANDIDATE(
      "approvals.not-candidate",
      403,
      "%s may not decide on %s at this level: ask for a limit or a substitution."),
  REASON_MISSING(
      "approvals.reason-missing", 422, "To reject %s say why, in at least three characters."),
  EVIDENCE_MISSING("approvals.evidence-missing", 422, "To approve %s write down: %s"),
  CHANGED(
      "approvals.changed",
      409,
      "%s was changed while you were reading: look at the difference, then decide."),
  QUESTION_MISSING("approvals.question-missing", 422, "To ask about %s write your question."),
  ANSWER_MISSING("approvals.answer-missing", 422, "To answer on %s write your answer."),
  QUESTION_OPEN(
      "approvals.question-open", 409, "A question on %s waits for its answer: decide afterwards."),
  TEXT_TOO_LONG(
      "approvals.text-too-long", 422, "The text on %s is too long: use at most %s characters.");

  private final String id;
  private final int httpStatus;
  private final String text;

  ApprovalError(String id, int httpStatus, String text) {
    this.id = id;
    this.httpStatus = httpStatus;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String text() {
    return text;
  }
}
