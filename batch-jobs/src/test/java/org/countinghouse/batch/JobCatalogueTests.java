package org.countinghouse.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Every job of every folder keeps the rules of the jobs (docs/how-to/add-a-job.md). */
@DatabaseTest
class JobCatalogueTests {

  private static final String NAME = "[a-z]+\\.[a-z]+(-[a-z]+)*";
  private static final String STEP = "[a-z]+(-[a-z]+)*";

  @Autowired List<Job> jobs;
  @Autowired PlatformTransactionManager transactions;

  @TestFactory
  Stream<DynamicTest> jobsAreNamedAfterTheirCapability() {
    return each(job -> assertThat(job.getName()).matches(NAME));
  }

  @TestFactory
  Stream<DynamicTest> jobsCanBeRestarted() {
    return each(job -> assertThat(job.isRestartable()).isTrue());
  }

  @TestFactory
  Stream<DynamicTest> stepsAreNamedAfterTheirJob() {
    return each(
        job -> {
          var steps = ((AbstractJob) job).getStepNames();
          assertThat(steps).isNotEmpty();
          assertThat(steps)
              .allSatisfy(
                  step -> {
                    assertThat(step).startsWith(job.getName() + "/");
                    assertThat(step.substring(job.getName().length() + 1)).matches(STEP);
                  });
        });
  }

  @TestFactory
  Stream<DynamicTest> stepsCanBeTakenUpAsOftenAsItTakes() {
    return each(
        job ->
            assertThat(((AbstractJob) job).getStepNames())
                .allSatisfy(
                    name -> {
                      Step step = ((AbstractJob) job).getStep(name);
                      assertThat(step.getStartLimit()).isEqualTo(Integer.MAX_VALUE);
                      assertThat(step.isAllowStartIfComplete())
                          .as("what is done is not done again")
                          .isFalse();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> stepsCommitInTheOneTransaction() {
    return each(
        job ->
            assertThat(((AbstractJob) job).getStepNames())
                .map(name -> ((AbstractJob) job).getStep(name))
                .filteredOn(TaskletStep.class::isInstance)
                .extracting("transactionManager")
                .containsOnly(transactions));
  }

  private Stream<DynamicTest> each(java.util.function.Consumer<Job> check) {
    return jobs.stream()
        .map(job -> DynamicTest.dynamicTest(job.getName(), () -> check.accept(job)));
  }
}
