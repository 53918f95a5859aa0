package org.countinghouse.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reporting.schedules.ScheduleMapper;
import org.countinghouse.reporting.schedules.ScheduleMapper.ScheduleRow;
import org.countinghouse.reporting.spi.ReportScope;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports that are made by themselves. Somebody asks every minute what is due ({@link #takeDue}),
 * which any number of nodes may do; each time a schedule is due is taken once. Times missed while
 * nothing ran are made up for once, not once for each.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ReportSchedules {

  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
  private static final int DUE_MAX = 100;

  private final ScheduleMapper mapper;
  private final Reports reports;
  private final Organizations organizations;
  private final Audit audit;
  private final ObjectMapper json;
  private final Clock clock;

  ReportSchedules(
      ScheduleMapper mapper,
      Reports reports,
      Organizations organizations,
      Audit audit,
      ObjectMapper json,
      Clock clock) {
    this.mapper = mapper;
    this.reports = reports;
    this.organizations = organizations;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A time a report is due.
   *
   * @param delivery what is to be delivered
   */
  public record Due(ReportSchedule schedule, ReportSchedule.Delivery delivery) {}

  /**
   * Has a report made by itself from now on. Whether it can be made is tried now.
   *
   * @throws BusinessException {@code reporting.cron-invalid}, {@code reporting.schedule-named},
   *     whatever {@link Reports#prepare} refuses
   */
  public ReportSchedule create(UUID organizationId, ReportSchedule.Wish wish, Actor by) {
    Organization organization = organizations.byId(organizationId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    reports.prepare(
        wish.report(),
        ReportScope.of(organization),
        RelativeDays.resolve(
            wish.parameters(), organization, LocalDate.ofInstant(now, organization.zone())),
        Locale.forLanguageTag(wish.language()));
    ScheduleRow row =
        new ScheduleRow(
            Ids.next(),
            organizationId,
            wish.name().strip(),
            wish.report(),
            wish.format().name(),
            wish.language(),
            written(wish.parameters()),
            wish.cron(),
            next(wish.cron(), now, organization.zone()),
            by.username(),
            now,
            null,
            null);
    if (mapper.insert(row) == 0) {
      throw ReportingError.SCHEDULE_NAMED.with(wish.name());
    }
    audit(organizationId, by, "created", row);
    return schedule(row);
  }

  /** The schedules of an organization, living ones first. */
  @Transactional(readOnly = true)
  public List<ReportSchedule> list(UUID organizationId) {
    return mapper.list(organizationId).stream().map(this::schedule).toList();
  }

  /** The schedule of this id. */
  @Transactional(readOnly = true)
  public Optional<ReportSchedule> find(UUID id) {
    return Optional.ofNullable(mapper.find(id)).map(this::schedule);
  }

  /** When it was due and what came of it, the latest first. */
  @Transactional(readOnly = true)
  public List<ReportSchedule.Delivery> deliveries(UUID scheduleId, int limit) {
    return mapper.listDeliveries(scheduleId, limit);
  }

  /** Ends a schedule; what is under way is still delivered. */
  public void end(UUID id, Actor by) {
    ScheduleRow row = mapper.find(id);
    if (row != null && mapper.end(id, by.username(), clock.instant()) > 0) {
      audit(row.organizationId(), by, "ended", row);
    }
  }

  /** Takes what is due by now; nobody else gets it. */
  public List<Due> takeDue() {
    Instant now = clock.instant();
    List<Due> taken = new ArrayList<>();
    for (ScheduleRow row : mapper.lockDue(now, DUE_MAX)) {
      ZoneId zone = organizations.byId(row.organizationId()).zone();
      mapper.advance(row.id(), next(row.cron(), now, zone));
      Instant dueAt = row.nextDueAt();
      if (dueAt != null) {
        due(row, dueAt).ifPresent(taken::add);
      }
    }
    return taken;
  }

  /** Makes the schedule's report due now, besides its times. */
  public Optional<Due> takeNow(UUID id) {
    ScheduleRow row = mapper.find(id);
    return row == null
        ? Optional.empty()
        : due(row, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Optional<Due> due(ScheduleRow row, Instant dueAt) {
    UUID id = Ids.next();
    if (mapper.insertDelivery(id, row.organizationId(), row.id(), dueAt) == 0) {
      return Optional.empty();
    }
    var delivery = new ReportSchedule.Delivery(id, row.id(), dueAt, null, null, null, null);
    return Optional.of(new Due(schedule(row), delivery));
  }

  /**
   * What is to be delivered; its parameters with the days they mean at the time it was due.
   *
   * @throws BusinessException {@code reporting.delivery-unknown}
   */
  @Transactional(readOnly = true)
  public Due due(UUID deliveryId) {
    ReportSchedule.Delivery delivery = mapper.findDelivery(deliveryId);
    ScheduleRow row = delivery == null ? null : mapper.find(delivery.scheduleId());
    if (delivery == null || row == null) {
      throw ReportingError.DELIVERY_UNKNOWN.with(deliveryId);
    }
    return new Due(schedule(row), delivery);
  }

  /** Begins the report of a delivery. */
  @Transactional(readOnly = true)
  public Reports.Prepared prepare(Due due) {
    ReportSchedule schedule = due.schedule();
    Organization organization = organizations.byId(schedule.organizationId());
    LocalDate day = LocalDate.ofInstant(due.delivery().dueAt(), organization.zone());
    return reports.prepare(
        schedule.report(),
        ReportScope.of(organization),
        RelativeDays.resolve(schedule.parameters(), organization, day),
        Locale.forLanguageTag(schedule.language()));
  }

  /** Notes what was delivered; the first file counts. */
  public void delivered(UUID deliveryId, UUID documentId, String fileName, String contentHash) {
    mapper.deliver(
        deliveryId,
        documentId,
        fileName,
        contentHash,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static @Nullable Instant next(String cron, Instant after, ZoneId zone) {
    try {
      ZonedDateTime next = CronExpression.parse(cron).next(after.atZone(zone));
      return next == null ? null : next.toInstant();
    } catch (IllegalArgumentException e) {
      throw ReportingError.CRON_INVALID.with(cron);
    }
  }

  private void audit(UUID organizationId, Actor by, String action, ScheduleRow row) {
    audit.record(
        new AuditEntry(
            organizationId, by, action, "reporting.schedule", row.id().toString(), null, row));
  }

  private ReportSchedule schedule(ScheduleRow row) {
    return new ReportSchedule(
        row.id(),
        row.organizationId(),
        row.name(),
        row.report(),
        ReportFormat.named(row.format()),
        row.language(),
        read(row.parameters()),
        row.cron(),
        row.nextDueAt(),
        row.createdBy(),
        row.createdAt(),
        row.endedBy(),
        row.endedAt());
  }

  private String written(Map<String, String> parameters) {
    try {
      return json.writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> read(String parameters) {
    try {
      return json.readValue(parameters, PARAMETERS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
