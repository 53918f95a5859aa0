package org.countinghouse.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface AccessMapper {

  List<String> listRolesIn(
      @Param("username") String username, @Param("organizationId") UUID organizationId);

  List<String> listRoles(@Param("username") String username);

  List<UUID> listOrganizations(@Param("username") String username);

  List<String> listOrganizationCodes(@Param("username") String username);

  List<String> listUsersWithRole(
      @Param("role") String role, @Param("organizationId") UUID organizationId);

  List<String> listPermissions(
      @Param("username") String username, @Param("organizationId") UUID organizationId);

  boolean isPermitted(
      @Param("username") String username,
      @Param("permission") Permission permission,
      @Param("organizationId") UUID organizationId);

  boolean isPermittedEverywhere(
      @Param("username") String username, @Param("permission") Permission permission);

  boolean standsIn(
      @Param("substitute") String substitute,
      @Param("absent") String absent,
      @Param("organizationId") UUID organizationId,
      @Param("at") Instant at);
}
