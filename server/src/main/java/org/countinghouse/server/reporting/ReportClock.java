package org.countinghouse.server.reporting;

import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every minute which reports are due. Quartz keeps its triggers in the database, so of
 * several nodes one looks; times missed while none ran are looked for once when one starts.
 */
@Configuration(proxyBeanMethods = false)
class ReportClock {

  private static final String NAME = "reporting.due-reports";
  private static final String EVERY_MINUTE = "0 * * * * ?";

  @Bean
  JobDetail dueReportsJob() {
    return JobBuilder.newJob(Look.class).withIdentity(NAME).storeDurably().build();
  }

  @Bean
  Trigger dueReportsTrigger(JobDetail dueReportsJob) {
    return TriggerBuilder.newTrigger()
        .withIdentity(NAME)
        .forJob(dueReportsJob)
        .withSchedule(
            CronScheduleBuilder.cronSchedule(EVERY_MINUTE)
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }

  /** Quartz makes one for each look; Spring hands it what it needs. */
  @DisallowConcurrentExecution
  static final class Look implements Job {

    private final DueReports dueReports;

    Look(DueReports dueReports) {
      this.dueReports = dueReports;
    }

    @Override
    public void execute(JobExecutionContext context) {
      dueReports.requestDue();
    }
  }
}
