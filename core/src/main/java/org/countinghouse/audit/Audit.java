package org.countinghouse.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.AccessChanged;
import org.countinghouse.audit.spi.RequestOrigin;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The log of who did what. */
@Service
public class Audit {

  private static final int AGENT_LENGTH_MAX = 300;

  private final AuditMapper mapper;
  private final AuditPartitions partitions;
  private final ObjectProvider<RequestOrigin> origins;
  private final ObjectMapper json;
  private final Clock clock;

  Audit(
      AuditMapper mapper,
      AuditPartitions partitions,
      ObjectProvider<RequestOrigin> origins,
      ObjectMapper json,
      Clock clock) {
    this.mapper = mapper;
    this.partitions = partitions;
    this.origins = origins;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes a deed down in the transaction that does it, so that neither stands without the other.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(AuditEntry entry) {
    // PostgreSQL keeps microseconds; what is hashed must be what is stored
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    partitions.cover(now);
    RequestOrigin source = origins.getIfAvailable();
    RequestOrigin.Origin origin = source == null ? null : source.current();
    mapper.insert(
        new AuditMapper.Row(
            Ids.next(),
            now,
            entry.organizationId(),
            entry.actor().username(),
            entry.actor().onBehalfOf(),
            entry.action(),
            entry.resource(),
            entry.resourceId(),
            toJson(entry.oldValues()),
            toJson(entry.newValues()),
            origin == null ? null : origin.address(),
            origin == null ? null : shortened(origin.agent())));
  }

  /** The newest deeds on one thing, newest first, at most this many. */
  @Transactional(readOnly = true)
  public List<AuditRecord> latest(String resource, String resourceId, int limit) {
    return mapper.listLatest(resource, resourceId, limit);
  }

  /**
   * The newest deeds in one organization before a moment, newest first, at most this many.
   *
   * @param resource null for every kind of thing
   * @param resourceId null for every one
   */
  @Transactional(readOnly = true)
  public List<AuditRecord> list(
      UUID organizationId,
      @Nullable String resource,
      @Nullable String resourceId,
      Instant before,
      int limit) {
    return mapper.list(organizationId, resource, resourceId, before, limit);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(AccessChanged event) {
    record(
        new AuditEntry(
            event.organizationId(),
            event.actor(),
            event.action(),
            event.resource(),
            event.resourceId(),
            event.oldValues(),
            event.newValues()));
  }

  private @Nullable String toJson(@Nullable Object values) {
    if (values == null) {
      return null;
    }
    try {
      return json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("audit values of " + values.getClass(), e);
    }
  }

  private static @Nullable String shortened(@Nullable String agent) {
    return agent == null || agent.length() <= AGENT_LENGTH_MAX
        ? agent
        : agent.substring(0, AGENT_LENGTH_MAX);
  }
}
