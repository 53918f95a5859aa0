package org.countinghouse.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface PeriodMapper {

  List<FiscalYear> listYears(@Param("organizationId") UUID organizationId);

  void insertYear(@Param("year") FiscalYear year, @Param("by") String by, @Param("at") Instant at);

  void insertPeriods(
      @Param("organizationId") UUID organizationId,
      @Param("fiscalYear") int fiscalYear,
      @Param("months") List<LocalDate> months);

  void insertSeries(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear,
      @Param("genesis") byte[] genesis,
      @Param("at") Instant at);

  /** Makes the partition of a calendar year, if it is missing; needs the owner's rights. */
  void addLinePartition(@Param("calendarYear") int calendarYear);

  List<Row> list(@Param("organizationId") UUID organizationId);

  @Nullable Row find(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  /** Keeps others from changing the state until the transaction ends; postings share it. */
  @Nullable Integer lockShared(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  /** Waits for every posting into the period to end, and keeps new ones out. */
  @Nullable Integer lock(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  int updateState(
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("state") PeriodState state);

  void insertEvent(
      @Param("id") UUID id,
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("before") PeriodState before,
      @Param("after") PeriodState after,
      @Param("by") String by,
      @Param("at") Instant at);

  int insertLock(
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("module") String module,
      @Param("by") String by,
      @Param("at") Instant at);

  int deleteLock(
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("module") String module);

  int deleteLocks(@Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  /** A period with its locks. */
  record Row(
      UUID organizationId,
      LocalDate period,
      int fiscalYear,
      int number,
      String state,
      String lockedModules) {

    Period value() {
      return new Period(
          organizationId,
          YearMonth.from(period),
          fiscalYear,
          number,
          PeriodState.valueOf(state),
          lockedModules.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(lockedModules.split(","))));
    }
  }
}
