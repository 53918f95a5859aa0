package org.countinghouse.batch.payments.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.batch.testing.TestRuns;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.PaymentReview;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.PaymentsWorld;
import org.countinghouse.payments.ProposalRequest;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ProposePaymentsJobTests {

  @Autowired PaymentsWorld world;
  @Autowired PaymentProposals proposals;
  @Autowired PaymentReview review;
  @Autowired PaymentRuns runs;
  @Autowired TestRuns jobs;

  @Test
  void aRunIsProposedOnceHoweverOftenTheJobRuns() {
    Organization company = world.company();
    world.supplier(company, 0);
    UUID item = world.item(company, 0, "100.00", LocalDate.now());
    PaymentRun run =
        proposals.register(company.id(), ProposalRequest.BY_SETTINGS, PaymentsWorld.TREASURER);
    Map<String, String> parameters = Map.of("paymentRun", run.id().toString());
    jobs.run(ProposePaymentsJob.NAME, company.id(), parameters);
    assertThat(runs.require(run.id()).state()).isEqualTo(PaymentRun.State.REVIEW);

    review.exclude(run.id(), List.of(item), "asked to wait", PaymentsWorld.TREASURER);
    jobs.run(ProposePaymentsJob.NAME, company.id(), parameters);
    assertThat(review.totals(run.id()).payments()).as("what people did stays").isZero();
  }

  @Test
  void withoutARunOneIsOpenedByTheSettings() {
    Organization company = world.company();
    jobs.run(ProposePaymentsJob.NAME, company.id(), Map.of());
    assertThat(runs.list(company.id(), null, 10))
        .extracting(PaymentRun::state)
        .containsExactly(PaymentRun.State.PROPOSING);
  }
}
