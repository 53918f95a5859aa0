package org.countinghouse.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;

/**
 * A real PostgreSQL 17 server run as a child of this process, its data in a folder that survives
 * restarts.
 *
 * <p>Recovers by itself from a killed JVM: the orphaned server is stopped first, and an
 * initialization that was cut short is thrown away and done again. Listens on loopback only and
 * asks every client for the password that {@link EmbeddedCluster} made.
 */
final class EmbeddedDatabase {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private EmbeddedDatabase() {}

  /**
   * Starts the server.
   *
   * @param data the data folder, made when absent
   * @param port the port on 127.0.0.1, 0 for any free one
   * @param log where a recovery is told
   * @param durable whether a commit reaches the disk before it is acknowledged; only tests say no
   * @throws IllegalStateException when another running instance uses the folder or the port is
   *     taken; the message says what to do
   */
  static EmbeddedPostgres start(Path data, int port, boolean durable, Log log) throws IOException {
    Path parent = data.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    stopOrphan(data, log);
    requireFree(port);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialize(data);
    }
    return server(data, port, durable)
        .setConnectConfig("password", EmbeddedCluster.secret(data))
        .start();
  }

  /** The port of the server another running Countinghouse has started on this folder, if any. */
  static OptionalInt portInUse(Path data) throws IOException {
    if (runningServer(data).isEmpty()) {
      return OptionalInt.empty();
    }
    return ownerIsAlive(data)
        ? OptionalInt.of(
            Integer.parseInt(Files.readAllLines(data.resolve("postmaster.pid")).get(3)))
        : OptionalInt.empty();
  }

  private static EmbeddedPostgres.Builder server(Path data, int port, boolean durable) {
    // the library starts the server with fsync and synchronous_commit off: said again, the last
    // word wins
    String reachesDisk = durable ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setDataDirectory(data.toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(PATIENCE)
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("fsync", reachesDisk)
        .setServerConfig("synchronous_commit", reachesDisk)
        .setServerConfig("full_page_writes", reachesDisk)
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "4GB")
        .setServerConfig("timezone", "UTC");
  }

  /** A half-made folder must not look like a whole one: made beside, then renamed. */
  private static void initialize(Path data) throws IOException {
    Path making = data.resolveSibling(data.getFileName() + ".making");
    delete(making);
    if (Files.exists(data)) {
      try (Stream<Path> content = Files.list(data)) {
        if (content.anyMatch(file -> !file.endsWith("epg-lock"))) {
          throw new IllegalStateException(
              "The folder %s is neither empty nor a PostgreSQL data folder: move it away or set countinghouse.database.directory to another."
                  .formatted(data));
        }
      }
      delete(data);
    }
    try (EmbeddedPostgres server = server(making, 0, false).start()) {
      EmbeddedCluster.prepare(server.getPostgresDatabase(), making);
    }
    Files.move(making, data);
  }

  /** After kill -9 of the JVM its PostgreSQL lives on; it must end before ours may start. */
  private static void stopOrphan(Path data, Log log) throws IOException {
    Optional<ProcessHandle> orphan = runningServer(data);
    if (orphan.isEmpty()) {
      return; // PostgreSQL removes the pid file of a dead process itself
    }
    if (ownerIsAlive(data)) {
      throw new IllegalStateException(
          "The database folder %s is in use by another running Countinghouse: stop that one, or give this one its own countinghouse.database.directory."
              .formatted(data));
    }
    log.info(
        "Stopping the PostgreSQL server %d that a killed Countinghouse left behind"
            .formatted(orphan.get().pid()));
    stop(orphan.get());
  }

  /** The JVM that started the server holds a lock on this file for as long as it lives. */
  private static boolean ownerIsAlive(Path data) throws IOException {
    try (var lockFile = new FileOutputStream(data.resolve("epg-lock").toFile());
        var lock = lockFile.getChannel().tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return true;
    }
  }

  private static Optional<ProcessHandle> runningServer(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
    return lines.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
            .filter(ProcessHandle::isAlive)
            .filter(process -> process.info().command().orElse("").contains("postgres"));
  }

  private static void stop(ProcessHandle postmaster) throws IOException {
    // SIGINT asks PostgreSQL for a fast shutdown; Java itself can only send SIGTERM, which waits
    // for clients
    new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start();
    try {
      postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL was stopping", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "PostgreSQL %d did not stop: end it by hand".formatted(postmaster.pid()), e);
    }
  }

  private static void requireFree(int port) throws IOException {
    if (port == 0) {
      return;
    }
    try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      probe.setReuseAddress(true);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Port %d for the embedded database is taken: free it or set countinghouse.database.port (0 means any)."
              .formatted(port),
          e);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(EmbeddedDatabase::deleteFile);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
