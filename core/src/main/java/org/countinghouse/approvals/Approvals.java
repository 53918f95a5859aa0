package org.countinghouse.approvals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalMapper.OfferRow;
import org.countinghouse.approvals.ApprovalRequest.State;
import org.countinghouse.approvals.Decision.Verdict;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for approvals and takes decisions. Nothing a caller says is believed that can be read. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Approvals {

  /** Longest reason, evidence, question or answer, in characters. */
  public static final int TEXT_LENGTH_MAX = 2000;

  private static final int REASON_LENGTH_MIN = 3;

  private final ApprovalStore store;
  private final ApprovalMapper mapper;
  private final ApprovalCandidates candidates;
  private final Map<String, ApprovalSubject> subjects;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Approvals(
      ApprovalStore store,
      ApprovalMapper mapper,
      ApprovalCandidates candidates,
      List<ApprovalSubject> subjects,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.candidates = candidates;
    this.subjects =
        subjects.stream().collect(Collectors.toMap(ApprovalSubject::type, Function.identity()));
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What stands to be approved now.
   *
   * @throws BusinessException {@code approvals.subject-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public SubjectState subject(String subjectType, UUID subjectId) {
    ApprovalSubject subject = subjects.get(subjectType);
    if (subject == null) {
      throw ApprovalError.SUBJECT_UNKNOWN.with(subjectType);
    }
    return subject.read(subjectId);
  }

  /**
   * Freezes the subject and opens a request on it. An open request of the same correlation is
   * superseded; what was decided on it no longer counts.
   *
   * @param correlation what the asker will know the request by
   * @throws BusinessException {@code approvals.no-levels}, {@code approvals.subject-unknown}
   */
  public ApprovalRequest open(
      String correlation, String subjectType, UUID subjectId, List<LevelRule> levels) {
    SubjectState subject = subject(subjectType, subjectId);
    if (levels.isEmpty()) {
      throw ApprovalError.NO_LEVELS.with(subject.reference());
    }
    @Nullable UUID previous = store.latest(correlation).map(this::supersede).orElse(null);
    var request =
        new ApprovalRequest(
            Ids.next(),
            subject.organizationId(),
            correlation,
            subjectType,
            subjectId,
            subject.reference(),
            subject.title(),
            subject.amount(),
            subject.costCentre(),
            subject.makers(),
            subject.evidence(),
            ContentHash.of(subject.facts()),
            subject.facts(),
            State.OPEN,
            1,
            1,
            List.copyOf(levels),
            clock.instant(),
            previous);
    store.insert(request);
    return request;
  }

  /**
   * The latest request of this correlation.
   *
   * @throws BusinessException {@code approvals.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ApprovalRequest byCorrelation(String correlation) {
    return store.latest(correlation).orElseThrow(() -> ApprovalError.UNKNOWN.with(correlation));
  }

  /**
   * Names everybody who may decide at the current level and notes that they were asked.
   *
   * @throws BusinessException {@code approvals.no-approver} when there is nobody
   */
  public List<Candidate> offer(UUID requestId) {
    ApprovalRequest request = open(store.lock(requestId));
    List<Candidate> found = candidates.of(request);
    if (found.isEmpty()) {
      throw ApprovalError.NO_APPROVER.with(
          request.reference(), request.level(), request.currentRule().role());
    }
    note(request, found);
    return found;
  }

  /** Asks the people of the next level as well; at the last level it only asks again. */
  public List<Candidate> escalate(UUID requestId) {
    ApprovalRequest request = open(store.lock(requestId));
    int upTo = Math.min(request.offeredUpTo() + 1, request.levels().size());
    mapper.updateLevel(requestId, request.level(), upTo);
    List<Candidate> found = candidates.of(store.lock(requestId));
    note(request, found);
    return found;
  }

  /** Tells the people who are asked that they are late. */
  public void remind(UUID requestId, boolean escalated) {
    ApprovalRequest request = open(store.lock(requestId));
    events.publishEvent(
        new ApprovalReminded(
            Ids.next(),
            request.organizationId(),
            requestId,
            request.reference(),
            candidates.of(request).stream().map(Candidate::username).toList(),
            escalated,
            clock.instant()));
  }

  /** Whether the subject is still exactly what the request froze. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public boolean isUnchanged(ApprovalRequest request) {
    SubjectState now = subject(request.subjectType(), request.subjectId());
    return ContentHash.of(now.facts()).equals(request.contentHash())
        && now.makers().equals(request.makers());
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
    ApprovalRequest request = open(store.lock(requestId));
    @Nullable String text = reason == null || reason.isBlank() ? null : reason.strip();
    requireText(request, verdict, text);
    Candidate candidate = requireCandidate(request, by.username());
    if (mapper.listQuestions(List.of(requestId)).stream().anyMatch(q -> q.answeredAt() == null)) {
      throw ApprovalError.QUESTION_OPEN.with(request.reference());
    }
    boolean shownOther = seenHash != null && !seenHash.equals(request.contentHash());
    if (shownOther || !isUnchanged(request)) {
      throw ApprovalError.CHANGED.with(request.reference());
    }
    var decision =
        new Decision(
            Ids.next(),
            requestId,
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
    advance(request, decision);
    return store.lock(requestId);
  }

  /**
   * Puts a question to the makers; nobody decides until it is answered.
   *
   * @throws BusinessException as {@link #decide}, {@code approvals.question-missing}
   */
  public Question ask(UUID requestId, String question, Actor by) {
    ApprovalRequest request = open(store.lock(requestId));
    if (question.isBlank()) {
      throw ApprovalError.QUESTION_MISSING.with(request.reference());
    }
    limitText(request, question);
    requireCandidate(request, by.username());
    if (mapper.listQuestions(List.of(requestId)).stream().anyMatch(q -> q.answeredAt() == null)) {
      throw ApprovalError.QUESTION_OPEN.with(request.reference());
    }
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
    return asked;
  }

  /**
   * Answers the open question. Who may answer is the asker's to arrange; an approver may not.
   *
   * @throws BusinessException {@code approvals.answer-missing}, {@code approvals.not-open}
   */
  public void answer(UUID requestId, String answer, Actor by) {
    ApprovalRequest request = open(store.lock(requestId));
    if (answer.isBlank()) {
      throw ApprovalError.ANSWER_MISSING.with(request.reference());
    }
    limitText(request, answer);
    mapper.answer(requestId, by.username(), answer.strip(), clock.instant());
  }

  /** The request of this id, if there is one. */
  @Transactional(readOnly = true)
  public Optional<ApprovalRequest> find(UUID requestId) {
    return store.find(requestId);
  }

  private void advance(ApprovalRequest request, Decision decision) {
    if (decision.verdict() == Verdict.REJECTED) {
      close(request, State.REJECTED);
    } else if (decision.level() >= request.levels().size()) {
      close(request, State.APPROVED);
    } else {
      int next = decision.level() + 1;
      mapper.updateLevel(request.id(), next, next);
    }
  }

  private void close(ApprovalRequest request, State state) {
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
  }

  private UUID supersede(ApprovalRequest previous) {
    mapper.close(previous.id(), State.SUPERSEDED.name(), clock.instant());
    return previous.id();
  }

  private void note(ApprovalRequest request, List<Candidate> found) {
    if (found.isEmpty()) {
      return;
    }
    mapper.insertOffers(
        found.stream()
            .map(
                candidate ->
                    new OfferRow(
                        request.organizationId(),
                        request.id(),
                        request.level(),
                        candidate.username(),
                        candidate.onBehalfOf(),
                        candidate.role(),
                        candidate.limit() == null ? null : candidate.limit().amount(),
                        candidate.limit() == null
                            ? null
                            : candidate.limit().currency().getCurrencyCode(),
                        clock.instant()))
            .toList());
  }

  private Candidate requireCandidate(ApprovalRequest request, String username) {
    if (request.makers().contains(username)) {
      throw ApprovalError.MAKER.with(username, request.reference());
    }
    if (mapper.listDecisions(List.of(request.id())).stream()
        .anyMatch(decision -> decision.decidedBy().equals(username))) {
      throw ApprovalError.DECIDED_BEFORE.with(username, request.reference());
    }
    return candidates.of(request).stream()
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

  private static ApprovalRequest open(ApprovalRequest request) {
    if (request.state() != State.OPEN) {
      throw ApprovalError.NOT_OPEN.with(request.reference(), request.state());
    }
    return request;
  }
}
