package org.countinghouse.close;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.countinghouse.close.ReportPack.Entry;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReportPackMapper {

  @Insert(
      """
      insert into finance.close_report_packs (id, organization_id, closing_id, job_run_id, known_at)
      values (#{id}, #{organizationId}, #{closingId}, #{jobRunId}, #{knownAt})
          on conflict (closing_id) do nothing
      """)
  int insertUnlessThere(
      @Param("id") UUID id,
      @Param("organizationId") UUID organizationId,
      @Param("closingId") UUID closingId,
      @Param("jobRunId") UUID jobRunId,
      @Param("knownAt") Instant knownAt);

  @Select(
      """
      select id, organization_id, closing_id, known_at, document_id as archive_id
        from finance.close_report_packs
       where closing_id = #{closingId}
      """)
  @Nullable Row find(@Param("closingId") UUID closingId);

  @Select(
      """
      select report, content_hash, document_id
        from finance.close_report_pack_documents
       where pack_id = #{packId}
       order by report
      """)
  List<Entry> listReports(@Param("packId") UUID packId);

  @Insert(
      """
      insert into finance.close_report_pack_documents
        (organization_id, pack_id, position, report, content_hash, document_id)
      select #{organizationId}, #{packId}, count(*) + 1, #{entry.report}, #{entry.contentHash},
             #{entry.documentId}
        from finance.close_report_pack_documents
       where pack_id = #{packId}
      """)
  int insertReport(
      @Param("organizationId") UUID organizationId,
      @Param("packId") UUID packId,
      @Param("entry") Entry entry);

  /** Archives the pack, or takes that back with nulls, so that what was missing can be added. */
  @Update(
      """
      update finance.close_report_packs
         set document_id = #{archiveId}, completed_at = #{at}
       where id = #{id}
      """)
  int complete(
      @Param("id") UUID id,
      @Param("archiveId") @Nullable UUID archiveId,
      @Param("at") @Nullable Instant at);

  /** The columns as they are stored. */
  record Row(
      UUID id, UUID organizationId, UUID closingId, Instant knownAt, @Nullable UUID archiveId) {}
}
