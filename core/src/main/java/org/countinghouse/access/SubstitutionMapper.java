package org.countinghouse.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SubstitutionMapper {

  List<StandIn> listSubstitutes(
      @Param("absent") Collection<String> absent,
      @Param("organizationId") UUID organizationId,
      @Param("day") LocalDate day);

  List<String> listAbsent(
      @Param("substitute") String substitute,
      @Param("organizationId") UUID organizationId,
      @Param("day") LocalDate day);

  List<Substitution> list(
      @Param("username") String username,
      @Param("organizationId") UUID organizationId,
      @Param("from") LocalDate from);

  List<Substitution> listAll(
      @Param("organizationId") UUID organizationId, @Param("from") LocalDate from);

  @Nullable Substitution find(@Param("id") UUID id);

  void insert(
      @Param("row") Substitution row,
      @Param("absentId") UUID absentId,
      @Param("substituteId") UUID substituteId,
      @Param("at") Instant at);

  int revoke(@Param("id") UUID id, @Param("by") String by, @Param("at") Instant at);

  /** Who stands in for whom. */
  record StandIn(String absent, String substitute) {}
}
