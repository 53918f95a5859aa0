package org.countinghouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Times work, counts its CPU and looks how much memory the JVM needed at most. */
public final class Meter {

  private static final Path PEAK_RESET = Path.of("/proc/self/clear_refs");
  private static final Path STATUS = Path.of("/proc/self/status");

  private final JdbcTemplate jdbc;

  /** Measures what happens on this database. */
  public Meter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A line of the result; the scripts show those and nothing else. */
  public static void print(String format, Object... details) {
    System.out.println("BENCHMARK " + String.format(Locale.ROOT, format, details));
  }

  /** What it runs on. */
  public void printConditions() {
    print(
        "%s, %d cores, load %s, -Xmx%dm, fsync=%s synchronous_commit=%s, %s",
        System.getProperty("benchmark.commit", "uncommitted"),
        Runtime.getRuntime().availableProcessors(),
        load(),
        Runtime.getRuntime().maxMemory() >> 20,
        show("fsync"),
        show("synchronous_commit"),
        show("server_version"));
  }

  /** The load of the last minute, so that numbers of a busy machine are known as such. */
  public static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException e) {
      return "unknown";
    }
  }

  private String show(String setting) {
    return jdbc.queryForObject("show " + setting, String.class) + "";
  }

  /** One run, a checkpoint and a collection of garbage before it. */
  public Sample once(Supplier<?> work) {
    checkpoint();
    System.gc();
    Long backend = jdbc.queryForObject("select pg_backend_pid()", Long.class);
    var cpu = new CpuClock(backend == null ? -1 : backend);
    double cpuBefore = cpu.seconds();
    long before = System.nanoTime();
    work.get();
    return new Sample((System.nanoTime() - before) / 1e9, cpu.seconds() - cpuBefore);
  }

  /** Milliseconds of each of 20 runs, sorted; three more before them are not counted. */
  static double[] milliseconds(Supplier<?> work) {
    double[] each = new double[23];
    for (int i = 0; i < each.length; i++) {
      long before = System.nanoTime();
      work.get();
      each[i] = (System.nanoTime() - before) / 1e6;
    }
    double[] counted = Arrays.copyOfRange(each, 3, each.length);
    Arrays.sort(counted);
    return counted;
  }

  /** Prints the median and the worst of 20 runs; the median in milliseconds. */
  static double printTimes(String what, Supplier<?> work) {
    double[] times = milliseconds(work);
    double median = Sample.median(times);
    print("%s: median %.1f ms, worst %.1f ms of 20", what, median, times[times.length - 1]);
    return median;
  }

  /** Forgets the peak so far; false where the system does not tell peaks. */
  static boolean resetPeak() {
    try {
      Files.writeString(PEAK_RESET, "5");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The most memory this JVM has had resident since {@link #resetPeak}, in MiB; 0 if unknown. */
  static long peakMebibytes() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void checkpoint() {
    try (Connection connection = Objects.requireNonNull(jdbc.getDataSource()).getConnection();
        var sql = connection.createStatement()) {
      sql.execute("set role countinghouse_owner");
      try {
        sql.execute("checkpoint");
      } finally {
        // else the pool goes on as the owner: past the policies, and strange to its own tables
        sql.execute("reset role");
      }
    } catch (SQLException e) {
      // a role that may not: both sides go without
    }
  }
}
