package org.countinghouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU seconds this JVM and its PostgreSQL have used (Linux; elsewhere only the JVM's). */
public final class CpuClock {

  private static final double TICKS_PER_SECOND = 100;

  private final long postmaster;

  /**
   * @param backend process id of any connection's server process
   */
  public CpuClock(long backend) {
    this.postmaster = parent(Path.of("/proc", Long.toString(backend)));
  }

  /** Seconds of user and system time since the processes began. */
  public double seconds() {
    var os =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return os.getProcessCpuTime() / 1e9 + postgres();
  }

  private double postgres() {
    Path proc = Path.of("/proc");
    if (!Files.isDirectory(proc)) {
      return 0;
    }
    try (Stream<Path> processes = Files.list(proc)) {
      return processes
              .filter(path -> path.getFileName().toString().matches("\\d+"))
              .mapToDouble(this::ticks)
              .sum()
          / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server process counts itself, the postmaster also those of its children that ended. */
  private double ticks(Path process) {
    String[] fields = stat(process);
    if (fields.length == 0) {
      return 0;
    }
    boolean isPostmaster = process.getFileName().toString().equals(Long.toString(postmaster));
    if (!isPostmaster && Long.parseLong(fields[1]) != postmaster) {
      return 0;
    }
    double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    return isPostmaster
        ? own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14])
        : own;
  }

  private static long parent(Path process) {
    String[] fields = stat(process);
    return fields.length == 0 ? -1 : Long.parseLong(fields[1]);
  }

  /** The fields after the process's name, which may hold spaces: state, parent, … */
  private static String[] stat(Path process) {
    try {
      String line = Files.readString(process.resolve("stat"));
      return line.substring(line.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return new String[0]; // ended meanwhile
    }
  }
}
