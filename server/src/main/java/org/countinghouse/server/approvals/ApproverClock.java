package org.countinghouse.server.approvals;

import org.countinghouse.workflows.approval.ApproverRefresh;
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
 * Looks every hour who may decide on what is open: somewhere a day, and with it a substitution,
 * begins or ends in every hour. Quartz keeps its triggers in the database, so of several nodes one
 * looks.
 */
@Configuration(proxyBeanMethods = false)
class ApproverClock {

  private static final String NAME = "approvals.refresh-approvers";
  private static final String TWO_PAST_EVERY_HOUR = "0 2 * * * ?";

  @Bean
  JobDetail refreshApproversJob() {
    return JobBuilder.newJob(Look.class).withIdentity(NAME).storeDurably().build();
  }

  @Bean
  Trigger refreshApproversTrigger(JobDetail refreshApproversJob) {
    return TriggerBuilder.newTrigger()
        .withIdentity(NAME)
        .forJob(refreshApproversJob)
        .withSchedule(
            CronScheduleBuilder.cronSchedule(TWO_PAST_EVERY_HOUR)
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }

  /** Quartz makes one for each look; Spring hands it what it needs. */
  @DisallowConcurrentExecution
  static final class Look implements Job {

    private final ApproverRefresh approvers;

    Look(ApproverRefresh approvers) {
      this.approvers = approvers;
    }

    @Override
    public void execute(JobExecutionContext context) {
      approvers.refreshAll();
    }
  }
}
