package org.countinghouse.approvals;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalRequest.State;
import org.countinghouse.approvals.Approvals.Pending;
import org.countinghouse.approvals.Decision.Verdict;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes decisions, questions and answers. Nothing a caller says is believed that can be read. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ApprovalDecisions {

  /** Longest reason, evidence, question or answer, in characters. */
  public static final int TEXT_LENGTH_MAX = 2000;

  private static final int REASON_LENGTH_MIN = 3;

  private final Approvals approvals;
  private final ApprovalStore store;
  private final ApprovalMapper mapper;
  private final ApprovalCandidates candidates;
  private final ApprovalMails mails;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ApprovalDecisions(
      Approvals approvals,
      ApprovalStore store,
      ApprovalMapper mapper,
      ApprovalCandidates candidates,
      ApprovalMails mails,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.approvals = approvals;
    this.store = store;
    this.mapper = mapper;
    this.candidates = candidates;
    this.mails = mails;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes a decision of the person named by {@code by.username()}; in whose place that is gets
   * resolved here. Agreement at the last level approves the request, a rejection ends it.
   *
   * @param reason why rejected, or the evidence that agreeing asks for
   * @param seenHash of what the person was shown; null when the caller shows nothing
   * @return the request as it stands then
   * @throws BusinessException {@code approvals.not-open}, {@code approvals.maker}, {@code
   *     approvals.decided-before}, {@code approvals.not-candidate}, {@code
   *     approvals.reason-missing}, {@code approvals.evidence-missing}, {@code
   *     approvals.text-too-long}, {@code approvals.question-open}, {@code approvals.changed}
   */
  public ApprovalRequest decide(
      UUID requestId,
      Verdict verdict,
      @Nullable String reason,
      @Nullable String seenHash,
      Actor by) {
    ApprovalRequest request = store.lock(requestId);
    boolean unchanged = approvals.isUnchanged(request);
    return decide(new Pending(request, unchanged), verdict, reason, seenHash, by);
  }

  /**
   * The same on a request that {@link Approvals#pending} gave in this transaction.
   *
   * @throws BusinessException as above
   */
  public ApprovalRequest decide(
      Pending pending,
      Verdict verdict,
      @Nullable String reason,
      @Nullable String seenHash,
      Actor by) {
    ApprovalRequest request = Approvals.open(pending.request());
    @Nullable String text = reason == null || reason.isBlank() ? null : reason.strip();
    requireText(request, verdict, text);
    Candidate candidate = requireCandidate(request, by.username());
    requireNoOpenQuestion(request);
    boolean shownOther = seenHash != null && !seenHash.equals(request.contentHash());
    if (shownOther || !pending.unchanged()) {
      throw ApprovalError.CHANGED.with(request.reference());
    }
    var decision =
        new Decision(
            Ids.next(),
            request.id(),
            candidate.level(),
            candidate.role(),
            verdict,
            by.username(),
            candidate.onBehalfOf(),
            text,
            request.contentHash(),
            clock.instant());
    store.insert(request, decision);
    audit.record(
        new AuditEntry(
            request.organizationId(),
            new Actor(by.username(), candidate.onBehalfOf()),
            verdict == Verdict.APPROVED ? "approved" : "rejected",
            request.subjectType(),
            request.subjectId().toString(),
            null,
            decision));
    return advance(request, decision);
  }

  /**
   * Puts a question to the makers, by mail too; nobody decides until it is answered.
   *
   * @throws BusinessException as {@link #decide}, {@code approvals.question-missing}
   */
  public Question ask(UUID requestId, String question, Actor by) {
    ApprovalRequest request = Approvals.open(store.lock(requestId));
    if (question.isBlank()) {
      throw ApprovalError.QUESTION_MISSING.with(request.reference());
    }
    limitText(request, question);
    requireCandidate(request, by.username());
    requireNoOpenQuestion(request);
    var asked =
        new Question(
            Ids.next(),
            requestId,
            request.level(),
            by.username(),
            question.strip(),
            clock.instant(),
            null,
            null,
            null);
    mapper.insertQuestion(request.organizationId(), asked);
    mails.asked(request, asked);
    return asked;
  }

  /**
   * Answers the open question. Who may answer is the asker's to arrange; an approver may not.
   *
   * @throws BusinessException {@code approvals.answer-missing}, {@code approvals.not-open}
   */
  public void answer(UUID requestId, String answer, Actor by) {
    ApprovalRequest request = Approvals.open(store.lock(requestId));
    if (answer.isBlank()) {
      throw ApprovalError.ANSWER_MISSING.with(request.reference());
    }
    limitText(request, answer);
    List<Question> open = openQuestions(request);
    mapper.answer(requestId, by.username(), answer.strip(), clock.instant());
    open.forEach(question -> mails.answered(request, question, answer.strip(), by.username()));
  }

  private void requireNoOpenQuestion(ApprovalRequest request) {
    if (!openQuestions(request).isEmpty()) {
      throw ApprovalError.QUESTION_OPEN.with(request.reference());
    }
  }

  private List<Question> openQuestions(ApprovalRequest request) {
    return mapper.listQuestions(List.of(request.id())).stream()
        .filter(question -> question.answeredAt() == null)
        .toList();
  }

  private ApprovalRequest advance(ApprovalRequest request, Decision decision) {
    if (decision.verdict() == Verdict.REJECTED) {
      return close(request, State.REJECTED);
    }
    if (decision.level() >= request.levels().size()) {
      return close(request, State.APPROVED);
    }
    int next = decision.level() + 1;
    mapper.updateLevel(request.id(), next, next);
    return request.at(next);
  }

  private ApprovalRequest close(ApprovalRequest request, State state) {
    mapper.close(request.id(), state.name(), clock.instant());
    events.publishEvent(
        new ApprovalClosed(
            Ids.next(),
            request.organizationId(),
            request.id(),
            request.subjectType(),
            request.subjectId(),
            state,
            clock.instant()));
    return request.in(state);
  }

  private Candidate requireCandidate(ApprovalRequest request, String username) {
    if (request.makers().contains(username)) {
      throw ApprovalError.MAKER.with(username, request.reference());
    }
    List<Decision> decided = mapper.listDecisions(List.of(request.id()));
    if (decided.stream().anyMatch(decision -> decision.decidedBy().equals(username))) {
      throw ApprovalError.DECIDED_BEFORE.with(username, request.reference());
    }
    return candidates.of(request, decided).stream()
        .filter(candidate -> candidate.username().equals(username))
        .findFirst()
        .orElseThrow(() -> ApprovalError.NOT_CANDIDATE.with(username, request.reference()));
  }

  private static void requireText(ApprovalRequest request, Verdict verdict, @Nullable String text) {
    int length = text == null ? 0 : text.length();
    if (text != null) {
      limitText(request, text);
    }
    if (verdict == Verdict.REJECTED && length < REASON_LENGTH_MIN) {
      throw ApprovalError.REASON_MISSING.with(request.reference());
    }
    if (verdict == Verdict.APPROVED && request.evidence() != null && length < REASON_LENGTH_MIN) {
      throw ApprovalError.EVIDENCE_MISSING.with(request.reference(), request.evidence());
    }
  }

  private static void limitText(ApprovalRequest request, String text) {
    if (text.length() > TEXT_LENGTH_MAX) {
      throw ApprovalError.TEXT_TOO_LONG.with(request.reference(), TEXT_LENGTH_MAX);
    }
  }
}
