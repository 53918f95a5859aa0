package org.countinghouse.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReopeningMapper {

  void insert(@Param("reopening") Reopening reopening);

  @Nullable Reopening find(@Param("id") UUID id);

  @Nullable Reopening lockById(@Param("id") UUID id);

  @Nullable Reopening findByNumber(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  @Nullable Reopening findUnderWay(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  /** Newest first. */
  List<Reopening> listOfPeriod(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  int lastSequence(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  int reopen(
      @Param("id") UUID id,
      @Param("by") String by,
      @Param("onBehalfOf") @Nullable String onBehalfOf,
      @Param("at") Instant at);

  int end(
      @Param("id") UUID id,
      @Param("state") Reopening.State state,
      @Param("at") Instant at,
      @Param("remark") @Nullable String remark);
}
