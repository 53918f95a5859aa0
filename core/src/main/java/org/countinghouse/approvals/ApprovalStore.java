package org.countinghouse.approvals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.countinghouse.approvals.ApprovalMapper.DecisionRow;
import org.countinghouse.approvals.ApprovalMapper.RequestRow;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests between their rows and their values. */
@Component
class ApprovalStore {

  private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};
  private static final TypeReference<List<StoredLevel>> LEVELS = new TypeReference<>() {};
  private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> INPUTS = new TypeReference<>() {};

  private final ApprovalMapper mapper;
  private final ObjectMapper json;

  /** A level rule with its times in ISO 8601. */
  private record StoredLevel(
      String role, LevelRule.Authority authority, String remindAfter, String escalateAfter) {

    static StoredLevel of(LevelRule rule) {
      return new StoredLevel(
          rule.role(),
          rule.authority(),
          rule.remindAfter().toString(),
          rule.escalateAfter().toString());
    }

    LevelRule rule() {
      return new LevelRule(
          role, authority, Duration.parse(remindAfter), Duration.parse(escalateAfter));
    }
  }

  ApprovalStore(ApprovalMapper mapper, ObjectMapper json) {
    this.mapper = mapper;
    this.json = json;
  }

  void insert(ApprovalRequest request) {
    @Nullable Money amount = request.amount();
    mapper.insertRequest(
        new RequestRow(
            request.id(),
            request.organizationId(),
            request.correlation(),
            request.subjectType(),
            request.subjectId(),
            request.reference(),
            request.title(),
            amount == null ? null : amount.amount(),
            amount == null ? null : amount.currency().getCurrencyCode(),
            request.costCentre(),
            makers(request),
            request.evidence(),
            request.contentHash(),
            write(request.facts()),
            write(request.levels().stream().map(StoredLevel::of).toList()),
            request.state().name(),
            request.level(),
            request.offeredUpTo(),
            request.requestedAt(),
            request.previousId(),
            write(request.inputs())));
  }

  void insert(ApprovalRequest request, Decision decision) {
    mapper.insertDecision(new DecisionRow(request.organizationId(), decision, makers(request)));
  }

  Optional<ApprovalRequest> find(UUID id) {
    return Optional.ofNullable(mapper.findById(id)).map(this::request);
  }

  /** The request, nobody else deciding on it until this transaction ends. */
  ApprovalRequest lock(UUID id) {
    RequestRow row = mapper.lockById(id);
    if (row == null) {
      throw ApprovalError.UNKNOWN.with(id);
    }
    return request(row);
  }

  /**
   * The latest request of a correlation, nobody else deciding on it until this transaction ends.
   */
  ApprovalRequest lockLatest(String correlation) {
    RequestRow row = mapper.lockLatestByCorrelation(correlation);
    if (row == null) {
      throw ApprovalError.UNKNOWN.with(correlation);
    }
    return request(row);
  }

  Optional<ApprovalRequest> latest(String correlation) {
    return Optional.ofNullable(mapper.findLatestByCorrelation(correlation)).map(this::request);
  }

  List<ApprovalRequest> listBySubject(UUID organizationId, String type, UUID subjectId) {
    return mapper.listBySubject(organizationId, type, subjectId).stream()
        .map(this::request)
        .toList();
  }

  List<ApprovalRequest> listPast(UUID organizationId, String type, Instant from, Instant until) {
    return mapper.listPast(organizationId, type, from, until).stream().map(this::request).toList();
  }

  private ApprovalRequest request(RequestRow row) {
    return new ApprovalRequest(
        row.id(),
        row.organizationId(),
        row.correlation(),
        row.subjectType(),
        row.subjectId(),
        row.reference(),
        row.title(),
        row.amount() == null || row.currency() == null
            ? null
            : new Money(row.amount(), Currency.getInstance(row.currency())),
        row.costCentre(),
        read(row.makers(), NAMES),
        row.evidence(),
        row.contentHash(),
        read(row.facts(), FACTS),
        ApprovalRequest.State.valueOf(row.state()),
        row.level(),
        row.offeredUpTo(),
        read(row.levels(), LEVELS).stream().map(StoredLevel::rule).toList(),
        row.requestedAt(),
        row.previousId(),
        read(row.inputs(), INPUTS));
  }

  private String makers(ApprovalRequest request) {
    return write(new TreeSet<>(request.makers()));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is not what was written", e);
    }
  }
}
