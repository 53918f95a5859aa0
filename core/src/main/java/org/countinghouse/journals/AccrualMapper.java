package org.countinghouse.journals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface AccrualMapper {

  void insert(
      @Param("organizationId") UUID organizationId,
      @Param("journalId") UUID journalId,
      @Param("reverseOn") LocalDate reverseOn);

  List<Accruals.Due> listDue(
      @Param("organizationId") UUID organizationId, @Param("until") LocalDate until);

  int countReversed(
      @Param("organizationId") UUID organizationId,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to);

  int markReversed(
      @Param("journalId") UUID journalId,
      @Param("reversalId") UUID reversalId,
      @Param("by") String by,
      @Param("at") Instant at);
}
