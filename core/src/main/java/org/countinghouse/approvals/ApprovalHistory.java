package org.countinghouse.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.approvals.ApprovalMapper.OfferRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was asked and decided. */
@Service
@Transactional(readOnly = true)
public class ApprovalHistory {

  private final ApprovalStore store;
  private final ApprovalMapper mapper;
  private final ApprovalCandidates candidates;

  ApprovalHistory(ApprovalStore store, ApprovalMapper mapper, ApprovalCandidates candidates) {
    this.store = store;
    this.mapper = mapper;
    this.candidates = candidates;
  }

  /**
   * Everything about one subject's approval.
   *
   * @param requests oldest first; the last one is the current
   * @param decisions of all requests, oldest first
   * @param questions of all requests, oldest first
   */
  public record Course(
      List<ApprovalRequest> requests, List<Decision> decisions, List<Question> questions) {}

  /** How the approval of a subject went so far. */
  public Course of(UUID organizationId, String subjectType, UUID subjectId) {
    List<ApprovalRequest> requests = store.listBySubject(organizationId, subjectType, subjectId);
    List<UUID> ids = requests.stream().map(ApprovalRequest::id).toList();
    return ids.isEmpty()
        ? new Course(List.of(), List.of(), List.of())
        : new Course(requests, mapper.listDecisions(ids), mapper.listQuestions(ids));
  }

  /**
   * Requests of a kind that were made in this time and decided since, oldest first. Those a change
   * superseded are left out: what was decided on them did not count.
   *
   * @param until exclusive
   */
  public List<PastApproval> past(
      UUID organizationId, String subjectType, Instant from, Instant until) {
    Map<UUID, List<Decision>> decisions =
        mapper.listPastDecisions(organizationId, subjectType, from, until).stream()
            .collect(Collectors.groupingBy(Decision::requestId));
    return store.listPast(organizationId, subjectType, from, until).stream()
        .map(request -> new PastApproval(request, decisions.getOrDefault(request.id(), List.of())))
        .toList();
  }

  /** Why this person is asked now; empty when he is not. */
  public Optional<Candidate> why(ApprovalRequest request, String username) {
    return candidates.of(request).stream()
        .filter(candidate -> candidate.username().equals(username))
        .findFirst();
  }

  /** Who may decide now, best reason first. */
  public List<Candidate> candidates(ApprovalRequest request) {
    return candidates.of(request);
  }

  /** Names of those who were asked at the request's level. */
  public List<String> asked(ApprovalRequest request) {
    return mapper.listOffers(request.id(), request.level()).stream()
        .map(OfferRow::username)
        .distinct()
        .toList();
  }

  /**
   * What a request is to be compared with: the one it superseded, else the last one on the subject
   * that was approved before it. Empty where the subject is asked about for the first time.
   */
  public Optional<ApprovalRequest> baseline(ApprovalRequest request) {
    @Nullable UUID previous = request.previousId();
    if (previous != null) {
      return store.find(previous);
    }
    return store
        .listBySubject(request.organizationId(), request.subjectType(), request.subjectId())
        .stream()
        .filter(earlier -> earlier.state() == ApprovalRequest.State.APPROVED)
        .filter(earlier -> earlier.requestedAt().isBefore(request.requestedAt()))
        .reduce((first, later) -> later);
  }

  /** What changed against its {@linkplain #baseline baseline}; empty without one. */
  public List<FactChange> difference(ApprovalRequest request) {
    return baseline(request)
        .map(before -> FactChange.between(before.facts(), request.facts()))
        .orElse(List.of());
  }
}
