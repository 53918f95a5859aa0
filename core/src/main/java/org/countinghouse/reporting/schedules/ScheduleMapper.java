package org.countinghouse.reporting.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.countinghouse.reporting.ReportSchedule;
import org.jspecify.annotations.Nullable;

/** Schedules and what came of them. */
@Mapper
public interface ScheduleMapper {

  /** A schedule as its table holds it; parameters are JSON. */
  record ScheduleRow(
      UUID id,
      UUID organizationId,
      String name,
      String report,
      String format,
      String language,
      String parameters,
      String cron,
      @Nullable Instant nextDueAt,
      String createdBy,
      Instant createdAt,
      @Nullable String endedBy,
      @Nullable Instant endedAt) {}

  /** Adds a schedule; 0 when the name is taken. */
  @Insert(
      """
      insert into finance.report_schedules (
          id, organization_id, name, report, format, language, parameters, cron, next_due_at,
          created_by, created_at)
      values (#{id}, #{organizationId}, #{name}, #{report}, #{format}, #{language},
              #{parameters}::jsonb, #{cron}, #{nextDueAt}, #{createdBy}, #{createdAt})
      on conflict (organization_id, name) where ended_at is null do nothing
      """)
  int insert(ScheduleRow row);

  /** The schedules of an organization, living ones first, by name. */
  @Select(
      """
      select id, organization_id, name, report, format, language, parameters::text as parameters,
             cron, next_due_at, created_by, created_at, ended_by, ended_at
        from finance.report_schedules
       where organization_id = #{organizationId}
       order by ended_at nulls first, name
      """)
  List<ScheduleRow> list(@Param("organizationId") UUID organizationId);

  /** The schedule of this id. */
  @Select(
      """
      select id, organization_id, name, report, format, language, parameters::text as parameters,
             cron, next_due_at, created_by, created_at, ended_by, ended_at
        from finance.report_schedules
       where id = #{id}
      """)
  @Nullable ScheduleRow find(@Param("id") UUID id);

  /** What is due, locked; what another node has locked is its business. */
  @Select(
      """
      select id, organization_id, name, report, format, language, parameters::text as parameters,
             cron, next_due_at, created_by, created_at, ended_by, ended_at
        from finance.report_schedules
       where next_due_at <= #{now}
       order by next_due_at
       limit #{limit}
         for update skip locked
      """)
  List<ScheduleRow> lockDue(@Param("now") Instant now, @Param("limit") int limit);

  /** Sets when the schedule is due next. */
  @Update("update finance.report_schedules set next_due_at = #{nextDueAt} where id = #{id}")
  int advance(@Param("id") UUID id, @Param("nextDueAt") @Nullable Instant nextDueAt);

  /** Ends a schedule that lives. */
  @Update(
      """
      update finance.report_schedules set ended_by = #{by}, ended_at = #{at}, next_due_at = null
       where id = #{id} and ended_at is null
      """)
  int end(@Param("id") UUID id, @Param("by") String by, @Param("at") Instant at);

  /** Notes that it was due. */
  @Insert(
      """
      insert into finance.report_deliveries (id, organization_id, schedule_id, due_at)
      values (#{id}, #{organizationId}, #{scheduleId}, #{dueAt})
      on conflict (schedule_id, due_at) do nothing
      """)
  int insertDelivery(
      @Param("id") UUID id,
      @Param("organizationId") UUID organizationId,
      @Param("scheduleId") UUID scheduleId,
      @Param("dueAt") Instant dueAt);

  /** Notes what was delivered, once. */
  @Update(
      """
      update finance.report_deliveries
         set document_id = #{documentId}, file_name = #{fileName}, content_hash = #{contentHash},
             delivered_at = #{at}
       where id = #{id} and delivered_at is null
      """)
  int deliver(
      @Param("id") UUID id,
      @Param("documentId") UUID documentId,
      @Param("fileName") String fileName,
      @Param("contentHash") String contentHash,
      @Param("at") Instant at);

  /** The times a schedule was due, the latest first. */
  @Select(
      """
      select id, schedule_id, due_at, document_id, file_name, content_hash, delivered_at
        from finance.report_deliveries
       where schedule_id = #{scheduleId}
       order by due_at desc
       limit #{limit}
      """)
  List<ReportSchedule.Delivery> listDeliveries(
      @Param("scheduleId") UUID scheduleId, @Param("limit") int limit);

  /** One time a schedule was due. */
  @Select(
      """
      select id, schedule_id, due_at, document_id, file_name, content_hash, delivered_at
        from finance.report_deliveries
       where id = #{id}
      """)
  ReportSchedule.@Nullable Delivery findDelivery(@Param("id") UUID id);
}
