package org.countinghouse.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface OutboxMapper {

  /** No row when the name is taken. */
  int insertUnlessNamed(OutboxDocument document);

  Optional<OutboxDocument> findByName(
      @Param("organizationId") UUID organizationId,
      @Param("channel") String channel,
      @Param("name") String name);

  List<OutboxDocument> list(
      @Param("organizationId") UUID organizationId, @Param("limit") int limit);

  /** Dates the next try and hands the row to this caller alone. */
  List<OutboxDocument> claimDue(
      @Param("now") Instant now,
      @Param("nextAttemptAt") Instant nextAttemptAt,
      @Param("limit") int limit);

  boolean isUntouched(@Param("id") UUID id);

  int deleteUntouched(@Param("id") UUID id);

  int updateDelivered(@Param("id") UUID id, @Param("deliveredAt") Instant deliveredAt);

  int updateLastError(@Param("id") UUID id, @Param("lastError") String lastError);
}
