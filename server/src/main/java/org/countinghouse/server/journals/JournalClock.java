package org.countinghouse.server.journals;

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
 * Looks every hour whose day has brought a recurring journal or the end of an accrual: somewhere a
 * day begins in every hour. Quartz keeps its triggers in the database, so of several nodes one
 * looks; what was missed while none ran is looked for once when one starts.
 */
@Configuration(proxyBeanMethods = false)
class JournalClock {

  private static final String NAME = "journals.due-journals";
  private static final String FIVE_PAST_EVERY_HOUR = "0 5 * * * ?";

  @Bean
  JobDetail dueJournalsJob() {
    return JobBuilder.newJob(Look.class).withIdentity(NAME).storeDurably().build();
  }

  @Bean
  Trigger dueJournalsTrigger(JobDetail dueJournalsJob) {
    return TriggerBuilder.newTrigger()
        .withIdentity(NAME)
        .forJob(dueJournalsJob)
        .withSchedule(
            CronScheduleBuilder.cronSchedule(FIVE_PAST_EVERY_HOUR)
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }

  /** Quartz makes one for each look; Spring hands it what it needs. */
  @DisallowConcurrentExecution
  static final class Look implements Job {

    private final DueJournals dueJournals;

    Look(DueJournals dueJournals) {
      this.dueJournals = dueJournals;
    }

    @Override
    public void execute(JobExecutionContext context) {
      dueJournals.requestDue();
    }
  }
}
