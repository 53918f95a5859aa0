package org.countinghouse.server.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.access.Actor;
import org.countinghouse.benchmarks.Meter;
import org.countinghouse.benchmarks.Sample;
import org.countinghouse.payables.Coding;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.testing.StatementCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Approvals from their start to their end, with what the product writes for them (request, offers,
 * decision, audit, deadlines), beside an engine that writes nothing but itself.
 */
@WorkflowBenchmark
class ApprovalBenchmark {

  @Autowired BenchmarkCompany company;
  @Autowired InvoiceCoding coding;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired IdentityService identity;
  @Autowired JdbcTemplate jdbc;
  @Autowired Environment environment;

  private final int count = Integer.getInteger("benchmark.approvals", 500);
  private final int rounds = Integer.getInteger("benchmark.rounds", 3);
  private final Queue<UUID> invoices = new ConcurrentLinkedQueue<>();

  @Test
  void approvalsPerSecond() throws Exception {
    company.settleIn();
    var meter = new Meter(jdbc);
    meter.printConditions();
    try (BareEngine shipped = BareEngine.in("bare_shipped", false, jdbc, environment);
        BareEngine alike = BareEngine.in("bare_alike", true, jdbc, environment)) {
      prepare(count + 1);
      long statements = StatementCounter.of(this::approve);
      print("statements: ours %d, bare %d", statements, StatementCounter.of(alike::approve));
      warm(shipped, alike);
      measure(meter, shipped, alike);
    }
  }

  /** Until the compilers have seen everything: their work belongs to neither side. */
  private void warm(BareEngine shipped, BareEngine alike) throws Exception {
    Parallel.times(count, this::approve);
    Parallel.times(count, shipped::approve);
    Parallel.times(count, alike::approve);
  }

  private void measure(Meter meter, BareEngine shipped, BareEngine alike) {
    List<Sample> ours = new ArrayList<>();
    List<Sample> asShipped = new ArrayList<>();
    List<Sample> asOurs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      prepare(count);
      asShipped.add(meter.once(() -> Parallel.times(count, shipped::approve)));
      asOurs.add(meter.once(() -> Parallel.times(count, alike::approve)));
      ours.add(meter.once(() -> Parallel.times(count, this::approve)));
      print(
          "%d approvals, %d threads: ours %s, bare as ours %s, bare as shipped %s",
          count, Parallel.THREADS, ours.get(round), asOurs.get(round), asShipped.get(round));
    }
    requireAllEnded();
    // rates: the limit's time over ours
    print(
        "rate of ours: %.2f (CPU %.2f) of the engine configured alike, %.2f (CPU %.2f) of it as"
            + " shipped; load %s",
        1 / Sample.ratio(ours, asOurs, Sample::wall),
        1 / Sample.ratio(ours, asOurs, Sample::cpu),
        1 / Sample.ratio(ours, asShipped, Sample::wall),
        1 / Sample.ratio(ours, asShipped, Sample::cpu),
        Meter.load());
  }

  private void requireAllEnded() {
    long ended =
        history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey("approval")
            .tenantIdIn(company.code())
            .finished()
            .count();
    if (ended != (long) count * (rounds + 1) + 1) {
      throw new IllegalStateException(ended + " approvals ended");
    }
  }

  /** Invoices that wait for their approval; what it takes to get there is not measured. */
  private void prepare(int wanted) {
    for (int i = 0; i < wanted; i++) {
      UUID invoice = company.receive();
      coding.code(
          invoice,
          new Coding(PayablesWorld.coding(1, "E0").lines(), LocalDate.of(2026, 3, 10), null, null),
          Actor.of(BenchmarkCompany.CLERK));
      invoices.add(invoice);
    }
  }

  private void approve() {
    String instance =
        runtime
            .createProcessInstanceByKey("approval")
            .businessKey("B-1")
            .setVariables(
                Map.of(
                    "subjectType", "supplier-invoice",
                    "subjectId", invoices.remove().toString(),
                    "organization", company.code()))
            .execute()
            .getId();
    String approver = BenchmarkCompany.HEAD;
    identity.setAuthentication(approver, List.of("department-head"), List.of(company.code()));
    try {
      Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
      tasks.claim(task.getId(), approver);
      tasks.complete(task.getId(), Map.of("decision", "APPROVE"));
    } finally {
      identity.clearAuthentication();
    }
  }
}
