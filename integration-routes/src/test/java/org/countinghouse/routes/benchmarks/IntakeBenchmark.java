package org.countinghouse.routes.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.countinghouse.organizations.Organization;
import org.countinghouse.routes.supplierinvoices.einvoice.EInvoiceReader;
import org.countinghouse.routes.testing.RouteTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Invoices per second from the drop folder to payables, beside the same invoices only read and
 * judged on as many threads, which is the limit: the rules take nearly all the time.
 */
@RouteTest
@TestPropertySource(
    properties = {
      "countinghouse.exchange.poll-interval=500ms",
      "countinghouse.exchange.quiet-time=500ms",
      "countinghouse.exchange.folder-interval=5s",
      "countinghouse.exchange.inbox.sweep-interval=5s"
    })
class IntakeBenchmark {

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  /** Receipts of one supplier follow each other; those of two do not. */
  private static final int SUPPLIERS = 25;

  @Autowired TestOrganizations organizations;
  @Autowired EInvoiceReader reader;
  @Autowired JdbcTemplate jdbc;
  @Autowired Environment environment;

  private final int count = Integer.getInteger("benchmark.documents", 500);
  private String template = "";

  @Test
  void invoicesPerSecond() throws Exception {
    try (InputStream in = getClass().getResourceAsStream("/einvoice/A-10-invoice-full-match.xml")) {
      template = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
    judge(Math.min(count, 500)); // warm
    long limit = judge(count);
    long intake = intake();
    System.out.printf(
        "BENCHMARK %d invoices, %d threads: judged only %.1f/s; dropped, judged, stored and"
            + " returned %.1f/s (%.2f of the limit)%n",
        count, THREADS, perSecond(limit), perSecond(intake), (double) limit / intake);
  }

  private double perSecond(long nanos) {
    return count * 1e9 / nanos;
  }

  private long judge(int documents) throws Exception {
    List<byte[]> contents = IntStream.range(0, documents).mapToObj(this::invoice).toList();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long start = System.nanoTime();
    List<Callable<Boolean>> tasks = new ArrayList<>();
    contents.forEach(bytes -> tasks.add(() -> reader.read(bytes).applicable().isPresent()));
    for (Future<Boolean> task : threads.invokeAll(tasks)) {
      if (!task.get()) {
        throw new IllegalStateException("the benchmark's invoice is refused");
      }
    }
    long taken = System.nanoTime() - start;
    threads.shutdown();
    return taken;
  }

  /** The files appear all at once, whole; the clock stops when the last one is back. */
  private long intake() throws Exception {
    Organization organization = organizations.german();
    Path folder =
        Path.of(environment.getRequiredProperty("countinghouse.exchange.directory"))
            .resolve(organization.code())
            .resolve("in")
            .resolve("supplier-invoices");
    while (!Files.isDirectory(folder.resolve(".rejected"))) {
      Thread.sleep(50);
    }
    Path prepared = Files.createDirectories(folder.resolve("../../prepared"));
    for (int i = 0; i < count; i++) {
      Files.write(prepared.resolve("invoice-" + i + ".xml"), invoice(i));
    }
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      String name = "invoice-" + i + ".xml";
      Files.move(prepared.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    long deadline = start + Duration.ofSeconds(60 + count / 2).toNanos();
    while (doneIn(folder) < count && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    long taken = System.nanoTime() - start;
    Integer stored =
        jdbc.queryForObject(
            "select count(*) from finance.supplier_invoices where organization_id = ?",
            Integer.class,
            organization.id());
    if (stored == null || stored != count) {
      throw new IllegalStateException(stored + " of " + count + " invoices arrived");
    }
    return taken;
  }

  private static long doneIn(Path folder) throws IOException {
    try (var files = Files.list(folder.resolve(".done"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).count();
    }
  }

  private byte[] invoice(int number) {
    return template
        .replace("881401", "B-" + number)
        .replace("FI12345671", "FI5000%04d".formatted(number % SUPPLIERS))
        .getBytes(UTF_8);
  }
}
