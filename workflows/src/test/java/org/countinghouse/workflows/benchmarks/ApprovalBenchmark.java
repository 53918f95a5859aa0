package org.countinghouse.workflows.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.benchmarks.Meter;
import org.countinghouse.benchmarks.Sample;
import org.countinghouse.payables.Coding;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.testing.StatementCounter;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld.Company;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Approvals from their start to their end, with what the product writes for them (request, offers,
 * decision, audit, deadlines), beside an engine that writes nothing but itself.
 */
@ProcessTest
@TestPropertySource(
    properties = {
      "countinghouse.database.durable=true",
      "countinghouse.database.directory=target/benchmark/database"
    })
class ApprovalBenchmark {

  private static final int THREADS = 4;

  @Autowired SignOffWorld world;
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
  private Company company;

  @Test
  void approvalsPerSecond() throws Exception {
    company = world.company();
    company.supplier("DE1");
    var meter = new Meter(jdbc);
    meter.printConditions();
    try (BareEngine shipped = bare("bare_shipped", false);
        BareEngine alike = bare("bare_alike", true)) {
      prepare(count + 1);
      long statements = StatementCounter.of(this::approve);
      print("statements: ours %d, bare %d", statements, StatementCounter.of(alike::approve));
      warm(shipped, alike);
      measure(meter, shipped, alike);
    }
  }

  /** Until the compilers have seen everything: their work belongs to neither side. */
  private void warm(BareEngine shipped, BareEngine alike) throws Exception {
    inParallel(count, this::approve);
    inParallel(count, shipped::approve);
    inParallel(count, alike::approve);
  }

  private void measure(Meter meter, BareEngine shipped, BareEngine alike) {
    List<Sample> ours = new ArrayList<>();
    List<Sample> asShipped = new ArrayList<>();
    List<Sample> asOurs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      prepare(count);
      asShipped.add(meter.once(() -> inParallel(count, shipped::approve)));
      asOurs.add(meter.once(() -> inParallel(count, alike::approve)));
      ours.add(meter.once(() -> inParallel(count, this::approve)));
      print(
          "%d approvals, %d threads: ours %s, bare as ours %s, bare as shipped %s",
          count, THREADS, ours.get(round), asOurs.get(round), asShipped.get(round));
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
            .tenantIdIn(company.organization().code())
            .finished()
            .count();
    if (ended != (long) count * (rounds + 1) + 1) {
      throw new IllegalStateException(ended + " approvals ended");
    }
  }

  /** Invoices that wait for their approval; what it takes to get there is not measured. */
  private void prepare(int wanted) {
    for (int i = 0; i < wanted; i++) {
      ProcessInstance signOff = company.receive("B-" + UUID.randomUUID(), "DE1", "100.00");
      UUID invoice = company.invoiceId(signOff);
      coding.code(
          invoice,
          new Coding(PayablesWorld.coding(1, "E0").lines(), LocalDate.of(2026, 3, 10), null, null),
          company.actor("ap-clerk"));
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
                    "organization", company.organization().code()))
            .execute()
            .getId();
    String approver = company.name("department-head");
    identity.setAuthentication(
        approver, List.of("department-head"), List.of(company.organization().code()));
    try {
      Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
      tasks.claim(task.getId(), approver);
      tasks.complete(task.getId(), Map.of("decision", "APPROVE"));
    } finally {
      identity.clearAuthentication();
    }
  }

  private static boolean inParallel(int times, Runnable work) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        all.add(
            () -> {
              work.run();
              return true;
            });
      }
      for (Future<Boolean> one : threads.invokeAll(all)) {
        one.get();
      }
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }

  private BareEngine bare(String schema, boolean likeOurs) {
    String user = environment.getRequiredProperty("spring.datasource.username");
    jdbc.execute(
        "set role countinghouse_owner; create schema %1$s; grant all on schema %1$s to %2$s; reset role"
            .formatted(schema, user));
    var connections = new HikariDataSource();
    String url = environment.getRequiredProperty("spring.datasource.url");
    connections.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema);
    connections.setUsername(user);
    connections.setPassword(environment.getProperty("spring.datasource.password"));
    connections.setMaximumPoolSize(10);
    connections.setPoolName(schema);
    return BareEngine.on(connections, likeOurs);
  }
}
