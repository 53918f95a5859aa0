package org.countinghouse.server.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.server.CountinghouseApplication;

/**
 * A server in a process of its own, with the demo, on free ports, to be killed. Each start of the
 * same folder is the same installation.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+)/camunda");

  private final Path folder;
  private final Path log;
  private final Process process;

  private ServerProcess(Path folder, Path log, Process process) {
    this.folder = folder;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts the server and waits until it says that it is ready.
   *
   * @param more arguments besides those of the demo
   */
  public static ServerProcess start(Path folder, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--management.server.port=0",
                "--countinghouse.data-directory=" + folder.resolve("data")));
    arguments.addAll(List.of(more));
    ServerProcess server = launch(folder, arguments);
    await("the server is ready", () -> server.logged("Ready after") || !server.isAlive());
    if (!server.isAlive()) {
      throw new IllegalStateException("The server did not start:\n" + server.log());
    }
    return server;
  }

  /** Runs one command beside, or without, a server of the folder, and waits for its end. */
  public static Finished command(Path folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--set=countinghouse.data-directory=" + folder.resolve("data"));
    ServerProcess command = launch(folder, all);
    await("the command ends", () -> !command.isAlive());
    return new Finished(command.process.exitValue(), command.log());
  }

  private static ServerProcess launch(Path folder, List<String> arguments) {
    try {
      Path log = Files.createTempFile(Files.createDirectories(folder), "process-", ".log");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.addAll(List.of("-XX:ReservedCodeCacheSize=128m", "-Xmx768m"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(CountinghouseApplication.class.getName());
      command.addAll(arguments);
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(new File("/dev/null"))
              .start();
      // a test that fails half-way stops nothing: its server ends with the tests at the latest
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return new ServerProcess(folder, log, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, such as {@code http://localhost:40123}. */
  public String address() {
    Matcher address = ADDRESS.matcher(log());
    if (!address.find()) {
      throw new IllegalStateException("No address in:\n" + log());
    }
    return address.group(1);
  }

  /** Everything it printed. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it printed this. */
  public boolean logged(String text) {
    return log().contains(text);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The folder files of this organization are dropped into. */
  public Path dropFolder(String organization, String channel) {
    return folder.resolve("data/exchange").resolve(organization).resolve("in").resolve(channel);
  }

  /** The database behind its back, as the application's role that sees everything. */
  public Connection database() throws SQLException {
    Path data = folder.resolve("data/database");
    try {
      String port = Files.readAllLines(data.resolve("postmaster.pid")).get(3).trim();
      Connection connection =
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:%s/countinghouse".formatted(port),
              "countinghouse_owner",
              Files.readString(data.resolve("countinghouse.secret")));
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One number out of the database. */
  public long count(String sql) {
    try (Connection connection = database();
        var result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The power cord: the JVM gets no chance to clean up. */
  public void kill() {
    process.destroyForcibly();
    await("the killed server is gone", () -> !process.isAlive());
  }

  /** A polite end (SIGTERM), as an operator or systemd does it. */
  public void stop() {
    process.destroy();
    await("the server stops", () -> !process.isAlive());
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }

  /** Waits, and says for what when it was in vain. */
  public static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Waited in vain until " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting until " + what, e);
      }
    }
  }

  /** A command that ended. */
  public record Finished(int exitCode, String output) {}
}
