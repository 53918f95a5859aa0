package org.countinghouse.server.payments;

import org.countinghouse.access.Actor;
import org.countinghouse.payments.PaymentPolicies;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.ProposalRequest;
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
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every hour which organization's day for a proposal has come: somewhere a day begins in
 * every hour. Of several nodes one looks, and each organization's day is handed out once.
 */
@Configuration(proxyBeanMethods = false)
class PaymentClock {

  private static final String NAME = "payments.due-proposals";
  private static final String TEN_PAST_EVERY_HOUR = "0 10 * * * ?";

  @Bean
  JobDetail dueProposalsJob() {
    return JobBuilder.newJob(Look.class).withIdentity(NAME).storeDurably().build();
  }

  @Bean
  Trigger dueProposalsTrigger(JobDetail dueProposalsJob) {
    return TriggerBuilder.newTrigger()
        .withIdentity(NAME)
        .forJob(dueProposalsJob)
        .withSchedule(
            CronScheduleBuilder.cronSchedule(TEN_PAST_EVERY_HOUR)
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }

  /** Quartz makes one for each look; Spring hands it what it needs. */
  @DisallowConcurrentExecution
  static final class Look implements Job {

    private final PaymentPolicies policies;
    private final PaymentProposals proposals;
    private final TransactionTemplate transaction;

    Look(PaymentPolicies policies, PaymentProposals proposals, TransactionTemplate transaction) {
      this.policies = policies;
      this.proposals = proposals;
      this.transaction = transaction;
    }

    @Override
    public void execute(JobExecutionContext context) {
      Actor by = Actor.system("payments");
      transaction.executeWithoutResult(
          status ->
              policies
                  .takeDue()
                  .forEach(id -> proposals.open(id, ProposalRequest.BY_SETTINGS, by)));
    }
  }
}
