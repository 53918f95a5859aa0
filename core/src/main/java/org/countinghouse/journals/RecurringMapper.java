package org.countinghouse.journals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface RecurringMapper {

  void insert(
      @Param("organizationId") UUID organizationId,
      @Param("id") UUID id,
      @Param("schedule") Schedule schedule);

  void delete(@Param("id") UUID id);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row lockById(@Param("id") UUID id);

  /** Those that are or were on their schedule, by number. */
  List<Row> list(@Param("organizationId") UUID organizationId);

  int end(
      @Param("id") UUID id,
      @Param("endsOn") LocalDate endsOn,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") String reason);

  List<PostingRow> listPostings(@Param("organizationId") UUID organizationId);

  int insertPosting(@Param("organizationId") UUID organizationId, @Param("row") PostingRow row);

  /** A schedule as stored. */
  record Row(
      UUID organizationId,
      UUID manualJournalId,
      String number,
      String description,
      String frequency,
      int every,
      LocalDate firstOn,
      boolean monthEnd,
      String dayRule,
      @Nullable LocalDate lastOn,
      boolean reverses,
      @Nullable LocalDate endsOn,
      @Nullable String endedBy,
      @Nullable String endReason) {

    Schedule schedule() {
      return new Schedule(
          Schedule.Frequency.valueOf(frequency),
          every,
          firstOn,
          monthEnd,
          Schedule.DayRule.valueOf(dayRule),
          lastOn,
          reverses);
    }
  }

  /** A day that was posted or skipped. */
  record PostingRow(
      UUID manualJournalId,
      LocalDate dueOn,
      @Nullable UUID journalId,
      @Nullable String skipReason,
      String recordedBy,
      Instant recordedAt) {}
}
