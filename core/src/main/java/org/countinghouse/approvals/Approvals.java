package org.countinghouse.approvals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.approvals.ApprovalMapper.OfferRow;
import org.countinghouse.approvals.ApprovalRequest.State;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for approvals: freezes what is to be approved, names who may decide, starts over. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Approvals {

  private final ApprovalStore store;
  private final ApprovalMapper mapper;
  private final ApprovalCandidates candidates;
  private final Map<String, ApprovalSubject> subjects;
  private final ApprovalMails mails;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Approvals(
      ApprovalStore store,
      ApprovalMapper mapper,
      ApprovalCandidates candidates,
      List<ApprovalSubject> subjects,
      ApprovalMails mails,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.candidates = candidates;
    this.subjects =
        subjects.stream().collect(Collectors.toMap(ApprovalSubject::type, Function.identity()));
    this.mails = mails;
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
    return kind(subjectType).read(subjectId);
  }

  /**
   * What stands beside a request's subject now: budgets, documents, warnings.
   *
   * @throws BusinessException {@code approvals.subject-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ApprovalSheet sheet(ApprovalRequest request) {
    return kind(request.subjectType()).sheet(request.subjectId());
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
    return open(correlation, subjectType, subjectId, subject(subjectType, subjectId), levels);
  }

  /**
   * The same for who has read the subject in this transaction: what the levels were determined from
   * is what is frozen.
   *
   * @throws BusinessException {@code approvals.no-levels}
   */
  public ApprovalRequest open(
      String correlation,
      String subjectType,
      UUID subjectId,
      SubjectState subject,
      List<LevelRule> levels) {
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
            previous,
            subject.inputs());
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

  /** A request and who may decide on it now. */
  public record Offer(ApprovalRequest request, List<Candidate> candidates) {}

  /**
   * A request somebody is about to decide on, nobody else until the transaction ends.
   *
   * @param unchanged whether the subject is still exactly what the request froze
   */
  public record Pending(ApprovalRequest request, boolean unchanged) {}

  /**
   * Takes the latest request of this correlation to be decided on.
   *
   * @throws BusinessException {@code approvals.unknown}
   */
  public Pending pending(String correlation) {
    ApprovalRequest request = store.lockLatest(correlation);
    return new Pending(request, isUnchanged(request));
  }

  /**
   * Offers the latest request of this correlation as {@link #offer(UUID)} does.
   *
   * @throws BusinessException {@code approvals.unknown}, {@code approvals.no-approver}
   */
  public Offer offer(String correlation) {
    return offer(store.lockLatest(correlation));
  }

  /**
   * Names everybody who may decide at the current level and notes that they were asked.
   *
   * @throws BusinessException {@code approvals.no-approver} when there is nobody
   */
  public List<Candidate> offer(UUID requestId) {
    return offer(store.lock(requestId)).candidates();
  }

  private Offer offer(ApprovalRequest locked) {
    ApprovalRequest request = open(locked);
    List<Candidate> found = candidates.of(request);
    if (found.isEmpty()) {
      throw ApprovalError.NO_APPROVER.with(
          request.reference(), request.level(), request.currentRule().role());
    }
    note(request, found);
    return new Offer(request, found);
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

  /**
   * Gives up what is asked about a subject that is withdrawn: nobody can decide on it any more.
   * Nothing happens where nothing is asked.
   */
  public void drop(UUID organizationId, String subjectType, UUID subjectId) {
    mapper.closeOpen(
        organizationId, subjectType, subjectId, State.SUPERSEDED.name(), clock.instant());
  }

  /** Mails the people who are asked that they are late. */
  public void remind(UUID requestId, boolean escalated) {
    ApprovalRequest request = open(store.lock(requestId));
    UUID occasion = Ids.next();
    List<Candidate> late = candidates.of(request);
    mails.late(request, late, escalated, occasion);
    events.publishEvent(
        new ApprovalReminded(
            occasion,
            request.organizationId(),
            requestId,
            request.reference(),
            late.stream().map(Candidate::username).toList(),
            escalated,
            clock.instant()));
  }

  /** Whether the subject is still exactly what the request froze. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public boolean isUnchanged(ApprovalRequest request) {
    SubjectState now = subject(request.subjectType(), request.subjectId());
    // requests from before inputs were kept have none
    boolean sameInputs = request.inputs().isEmpty() || now.inputs().equals(request.inputs());
    return sameInputs
        && ContentHash.of(now.facts()).equals(request.contentHash())
        && now.makers().equals(request.makers());
  }

  /** The request of this id, if there is one. */
  @Transactional(readOnly = true)
  public Optional<ApprovalRequest> find(UUID requestId) {
    return store.find(requestId);
  }

  private ApprovalSubject kind(String subjectType) {
    ApprovalSubject subject = subjects.get(subjectType);
    if (subject == null) {
      throw ApprovalError.SUBJECT_UNKNOWN.with(subjectType);
    }
    return subject;
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

  static ApprovalRequest open(ApprovalRequest request) {
    if (request.state() != State.OPEN) {
      throw ApprovalError.NOT_OPEN.with(request.reference(), request.state());
    }
    return request;
  }
}
