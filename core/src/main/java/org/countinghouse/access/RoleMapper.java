package org.countinghouse.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface RoleMapper {

  List<Role> list();

  @Nullable Role find(@Param("code") String code);

  List<RoleGrant> listGrants(@Param("username") String username);

  @Nullable Conflict findConflict(
      @Param("userId") UUID userId,
      @Param("role") String role,
      @Param("organizationId") @Nullable UUID organizationId);

  int insertGrant(
      @Param("id") UUID id,
      @Param("userId") UUID userId,
      @Param("role") String role,
      @Param("organizationId") @Nullable UUID organizationId,
      @Param("by") String by,
      @Param("at") Instant at);

  int deleteGrant(
      @Param("userId") UUID userId,
      @Param("role") String role,
      @Param("organizationId") @Nullable UUID organizationId);

  int countAdministratorsBesides(@Param("userId") UUID userId);

  void restamp(@Param("userId") UUID userId);

  /** A role held already that must not meet the new one. */
  record Conflict(String held, String reason) {}
}
