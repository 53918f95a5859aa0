package org.countinghouse.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface AuditMapper {

  void insert(@Param("row") Row row);

  List<AuditRecord> listLatest(
      @Param("resource") String resource,
      @Param("resourceId") String resourceId,
      @Param("limit") int limit);

  List<AuditRecord> list(
      @Param("organizationId") UUID organizationId,
      @Param("resource") @Nullable String resource,
      @Param("resourceId") @Nullable String resourceId,
      @Param("before") Instant before,
      @Param("limit") int limit);

  /** False when another node is sealing; held until the transaction ends. */
  boolean tryLockSealing();

  @Nullable AuditSeal findHead();

  /** Puts the next seal on at most this many rows; nothing when there are none. */
  @Nullable AuditSeal seal(@Param("limit") int limit, @Param("at") Instant at);

  List<SealFault> listFaults();

  /** A row as it is inserted. */
  record Row(
      UUID id,
      Instant occurredAt,
      @Nullable UUID organizationId,
      String username,
      @Nullable String onBehalfOf,
      String action,
      String resource,
      String resourceId,
      @Nullable String oldValues,
      @Nullable String newValues,
      @Nullable String address,
      @Nullable String agent) {}
}
