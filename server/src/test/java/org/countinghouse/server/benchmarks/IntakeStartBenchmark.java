package org.countinghouse.server.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.countinghouse.benchmarks.Meter.print;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.benchmarks.Meter;
import org.countinghouse.benchmarks.Sample;
import org.countinghouse.exchange.Handling;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.routes.supplierinvoices.einvoice.EInvoiceReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * From the bytes of an e-invoice to its started process (kept, handled, extracted, stored, audited,
 * sign-off begun), beside the bare engine starting the same process with nothing to do. What the
 * official rules take is measured by itself and taken off.
 */
@WorkflowBenchmark
class IntakeStartBenchmark {

  private static final String PROCESS = "invoice-sign-off";

  /** What the model's gateways ask on the way to the coding task. */
  private static final Map<String, Object> TO_CODING =
      Map.of(
          "organization", "BARE",
          "invoiceId", UUID.randomUUID().toString(),
          "supplierState", "ACTIVE",
          "duplicate", false,
          "matchOutcome", "NO_ORDER");

  @Autowired Inbox inbox;
  @Autowired Handling handling;
  @Autowired EInvoiceReader reader;
  @Autowired Organizations organizations;
  @Autowired JdbcTemplate jdbc;
  @Autowired Environment environment;

  private final int count = Integer.getInteger("benchmark.invoices", 300);
  private final int rounds = Integer.getInteger("benchmark.rounds", 3);
  private final AtomicInteger made = new AtomicInteger();
  private String template = "";

  @Test
  void startsPerSecond() throws Exception {
    template = Files.readString(Path.of("target/benchmark/demo/elbe-papier-1.xml"));
    Organization company = organizations.byCode("HBDE");
    var meter = new Meter(jdbc);
    meter.printConditions();
    try (BareEngine bare = BareEngine.in("bare_alike", true, jdbc, environment)) {
      bare.deploy("bpmn/finance/invoice-sign-off/invoice-sign-off.bpmn");
      Runnable intake = () -> takeIn(company);
      Runnable judge = () -> require(reader.read(invoice()).applicable().isPresent());
      Runnable extract = () -> require(reader.peek(invoice()).isPresent());
      Runnable start = () -> bare.start(PROCESS, "B-" + made.incrementAndGet(), TO_CODING);
      for (Runnable warm : List.of(intake, judge, extract, start)) {
        Parallel.times(count, warm);
      }
      measure(meter, intake, judge, extract, start);
    }
  }

  private void measure(
      Meter meter, Runnable intake, Runnable judge, Runnable extract, Runnable start) {
    List<Sample> ours = new ArrayList<>();
    List<Sample> starts = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Sample all = meter.once(() -> Parallel.times(count, intake));
      Sample judged = meter.once(() -> Parallel.times(count, judge));
      Sample read = meter.once(() -> Parallel.times(count, extract));
      starts.add(meter.once(() -> Parallel.times(count, start)));
      double rules = judged.wall() - read.wall();
      ours.add(new Sample(all.wall() - rules, all.cpu() - (judged.cpu() - read.cpu())));
      print(
          "%d invoices, %d threads: taken in %s, of which rules %.2f s; extraction alone %s; bare"
              + " starts %s",
          count, Parallel.THREADS, all, rules, read, starts.get(round));
    }
    print(
        "rate of ours without the rules: %.2f (CPU %.2f) of the bare engine's starts; load %s",
        1 / Sample.ratio(ours, starts, Sample::wall),
        1 / Sample.ratio(ours, starts, Sample::cpu),
        Meter.load());
  }

  private void takeIn(Organization company) {
    InboxDocument received =
        inbox.receive(company.id(), "supplier-invoices", "invoice.xml", invoice());
    require(handling.handle(received.id()).state() == InboxState.ACCEPTED);
  }

  private static void require(boolean fine) {
    if (!fine) {
      throw new IllegalStateException("the benchmark's invoice is refused");
    }
  }

  private byte[] invoice() {
    return template
        .replaceFirst("<cbc:ID>[^<]*</cbc:ID>", "<cbc:ID>B-" + made.incrementAndGet() + "</cbc:ID>")
        .getBytes(UTF_8);
  }
}
