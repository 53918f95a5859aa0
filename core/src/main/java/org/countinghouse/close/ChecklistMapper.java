package org.countinghouse.close;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChecklistMapper {

  void insert(
      @Param("organizationId") UUID organizationId,
      @Param("closingId") UUID closingId,
      @Param("row") Row row);

  /** In the order of their positions. */
  List<Row> list(@Param("closingId") UUID closingId);

  int update(@Param("closingId") UUID closingId, @Param("row") Row row);

  /**
   * The columns as they are stored.
   *
   * @param afterKeys separated by commas
   * @param evidence JSON
   */
  record Row(
      String key,
      int position,
      String titleEn,
      String titleDe,
      String afterKeys,
      String state,
      @Nullable String checkedBy,
      @Nullable String checkedFor,
      @Nullable Instant checkedAt,
      String evidence,
      @Nullable UUID jobRunId) {}
}
