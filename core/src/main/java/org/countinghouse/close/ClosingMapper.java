package org.countinghouse.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ClosingMapper {

  void insert(@Param("closing") Closing closing);

  @Nullable Closing find(@Param("id") UUID id);

  @Nullable Closing lockById(@Param("id") UUID id);

  @Nullable Closing findByNumber(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  @Nullable Closing findUnderWay(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  /** Newest first. */
  List<Closing> listOfPeriod(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  int lastSequence(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  int submit(
      @Param("id") UUID id,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("figuresHash") String figuresHash,
      @Param("workbookId") UUID workbookId);

  int returnToChecking(@Param("id") UUID id, @Param("remark") String remark);

  int approve(
      @Param("id") UUID id,
      @Param("by") String by,
      @Param("onBehalfOf") @Nullable String onBehalfOf,
      @Param("at") Instant at);

  int close(@Param("id") UUID id, @Param("at") Instant at);

  int withdraw(@Param("id") UUID id, @Param("at") Instant at, @Param("remark") String remark);

  int remark(@Param("id") UUID id, @Param("remark") String remark);
}
