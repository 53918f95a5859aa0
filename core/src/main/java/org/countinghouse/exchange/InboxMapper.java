package org.countinghouse.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface InboxMapper {

  /** No row when the same bytes are held already or the same delivery came before. */
  int insertUnlessHeld(
      @Param("document") InboxDocument document,
      @Param("deliveryKey") @Nullable String deliveryKey);

  /** The open, accepted or failed document that holds these bytes; later ones repeat it. */
  Optional<InboxDocument> findHolder(
      @Param("organizationId") UUID organizationId, @Param("sha256") String sha256);

  Optional<InboxDocument> findDelivery(
      @Param("organizationId") UUID organizationId,
      @Param("channel") String channel,
      @Param("deliveryKey") String deliveryKey);

  Optional<InboxDocument> find(UUID id);

  Optional<InboxDocument> lockById(UUID id);

  List<InboxDocument> list(InboxQuery query);

  List<UUID> listDue(@Param("now") Instant now, @Param("limit") int limit);

  long countOpen(UUID organizationId);

  /** No row when the document is not due, or somebody else took this attempt. */
  int beginAttempt(
      @Param("id") UUID id,
      @Param("attempts") int attempts,
      @Param("now") Instant now,
      @Param("nextAttemptAt") Instant nextAttemptAt);

  int updateLastError(@Param("id") UUID id, @Param("lastError") String lastError);

  int updateOutcome(
      @Param("id") UUID id,
      @Param("state") InboxState state,
      @Param("summary") String summary,
      @Param("firstId") @Nullable UUID firstId,
      @Param("settledAt") @Nullable Instant settledAt);

  int reopen(@Param("id") UUID id, @Param("now") Instant now);

  int deleteFindings(UUID id);

  int deleteLinks(UUID id);

  int insertFindings(@Param("id") UUID id, @Param("findings") List<FindingRow> findings);

  int insertLinks(@Param("id") UUID id, @Param("links") List<Link> links);

  List<FindingRow> listFindings(UUID id);

  List<Link> listLinks(UUID id);

  /** One finding as stored; {@code warning} tells warnings from errors. */
  record FindingRow(int position, boolean warning, String code, String place, String message) {}
}
