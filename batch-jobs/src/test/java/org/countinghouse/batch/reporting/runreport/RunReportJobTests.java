package org.countinghouse.batch.reporting.runreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.countinghouse.batch.testing.TestRuns;
import org.countinghouse.documents.Documents;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.organizations.Organization;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.outbox.OutboxDocument;
import org.countinghouse.reporting.ChartBooks;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.ReportSchedule;
import org.countinghouse.reporting.ReportSchedules;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class RunReportJobTests {

  @Autowired ChartBooks books;
  @Autowired ReportSchedules schedules;
  @Autowired TestRuns runs;
  @Autowired Outbox outbox;
  @Autowired Documents documents;
  @Autowired JdbcTemplate jdbc;

  @Test
  void whatIsDueIsTakenOnceMadeKeptAndSentOnce() {
    Organization company = books.company("GB");
    books.post(company, LocalDate.of(2025, 1, 2), "1200", "4001", "10.00");
    ReportSchedule schedule =
        schedules.create(
            company.id(),
            wish("Monthly result", Map.of("from", "2025-01-01", "to", "@yesterday"), "0 0 6 1 * *"),
            ChartBooks.MAKER);
    assertThat(schedule.nextDueAt()).isAfter(schedule.createdAt());
    jdbc.update(
        "update finance.report_schedules set next_due_at = created_at, created_at = created_at"
            + " where id = ?",
        schedule.id());

    List<ReportSchedules.Due> due =
        schedules.takeDue().stream()
            .filter(one -> one.schedule().id().equals(schedule.id()))
            .toList();
    assertThat(due).hasSize(1);
    assertThat(schedules.takeDue()).noneMatch(one -> one.schedule().id().equals(schedule.id()));
    Map<String, String> delivery = Map.of("delivery", due.get(0).delivery().id().toString());
    assertThat(runs.run(RunReportJob.NAME, company.id(), delivery).outcome())
        .isEqualTo(JobOutcome.COMPLETED);
    runs.run(RunReportJob.NAME, company.id(), delivery);

    assertThat(outbox.list(company.id(), 10)).hasSize(1);
    OutboxDocument sent = outbox.list(company.id(), 10).get(0);
    assertThat(sent.channel()).isEqualTo("reports");
    assertThat(sent.name()).startsWith("profit-and-loss-" + company.code() + "-2025-01-01-");
    assertThat(documents.bytes(sent.documentId())).startsWith('P', 'K');
    assertThat(schedules.deliveries(schedule.id(), 10))
        .singleElement()
        .satisfies(one -> assertThat(one.documentId()).isEqualTo(sent.documentId()));
  }

  @Test
  void aScheduleIsRefusedWhenItsReportCannotBeMadeOrItsTimesCannotBeRead() {
    Organization company = books.company("US");
    assertThatThrownBy(
            () ->
                schedules.create(
                    company.id(), wish("a", Map.of(), "every morning"), ChartBooks.MAKER))
        .hasMessageContaining("0 0 6 1 * *");
    assertThatThrownBy(
            () ->
                schedules.create(
                    company.id(),
                    wish("a", Map.of("to", "@tomorrow"), "0 0 6 1 * *"),
                    ChartBooks.MAKER))
        .hasMessageContaining("@tomorrow");
    ReportSchedule schedule =
        schedules.create(
            company.id(), wish("a", Map.of("to", "@today"), "0 0 6 1 * *"), ChartBooks.MAKER);
    assertThatThrownBy(
            () ->
                schedules.create(
                    company.id(), wish("a", Map.of(), "0 0 6 1 * *"), ChartBooks.MAKER))
        .hasMessageContaining("another name");
    schedules.end(schedule.id(), ChartBooks.MAKER);
    assertThat(schedules.find(schedule.id()).orElseThrow().nextDueAt()).isNull();
  }

  private static ReportSchedule.Wish wish(
      String name, Map<String, String> parameters, String cron) {
    return new ReportSchedule.Wish(
        name, "profit-and-loss", ReportFormat.XLSX, "en-GB", parameters, cron);
  }
}
