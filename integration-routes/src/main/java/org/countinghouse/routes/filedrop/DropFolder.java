package org.countinghouse.routes.filedrop;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.outbox.FileNames;

/**
 * The drop folder of one organization and channel, with the folders its files move to. Names in it
 * are made from what senders chose, but never taken as paths.
 *
 * @param path {@code <exchange>/<ORGANIZATION>/in/<channel>}
 */
record DropFolder(Path path) {

  static final String REPORT_SUFFIX = ".report.txt";

  private static final int ID_LENGTH = 36;

  static DropFolder of(Path exchange, String organization, String channel) {
    return new DropFolder(exchange.resolve(organization).resolve("in").resolve(channel));
  }

  void create() throws IOException {
    for (Folder folder : Folder.values()) {
      Files.createDirectories(path.resolve(folder.folderName));
    }
  }

  /** Sets a file aside for its document. */
  void begin(Path dropped, InboxDocument document) throws IOException {
    Files.move(dropped, waiting(document), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where the file of a document waits for its outcome, if it came as a file and still waits. */
  Path waiting(InboxDocument document) {
    return path.resolve(Folder.IN_PROGRESS.folderName)
        .resolve(document.id() + "_" + FileNames.safe(document.name()));
  }

  /** All files and links that nobody took yet. */
  List<Path> dropped() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  /** All files that wait for an outcome. */
  Stream<Path> inProgress() throws IOException {
    Path folder = path.resolve(Folder.IN_PROGRESS.folderName);
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().endsWith(REPORT_SUFFIX))
          .toList()
          .stream();
    }
  }

  /** The document a waiting file belongs to. */
  static Optional<UUID> documentOf(Path waiting) {
    String name = String.valueOf(waiting.getFileName());
    if (name.length() <= ID_LENGTH || name.charAt(ID_LENGTH) != '_') {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(name.substring(0, ID_LENGTH)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Moves a file to its last place, its report first, so that whoever sees the file can read why.
   * Earlier files of the same name stay.
   */
  void end(Path file, Folder folder, String report) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (documentOf(file).isPresent()) {
      name = name.substring(ID_LENGTH + 1);
      Files.deleteIfExists(sibling(file, REPORT_SUFFIX));
    }
    Path target = freeName(path.resolve(folder.folderName), FileNames.safe(name));
    writeReport(target, report);
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // another node was quicker; the report is ours alone unless it used the same name
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(sibling(target, REPORT_SUFFIX));
      }
      throw e;
    }
  }

  /** Puts a report beside a file that stays where it is. */
  void writeReport(Path file, String report) throws IOException {
    Path target = sibling(file, REPORT_SUFFIX);
    Path aside = sibling(file, REPORT_SUFFIX + ".tmp");
    Files.writeString(
        aside, report, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    try {
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static Path freeName(Path folder, String name) throws FileAlreadyExistsException {
    for (int copy = 1; copy < 100_000; copy++) {
      Path candidate = folder.resolve(FileNames.numbered(name, copy));
      if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
        return candidate;
      }
    }
    throw new FileAlreadyExistsException(folder.resolve(name).toString());
  }

  /** Letters, digits and a few signs; no leading dot; at most so many bytes, the end kept. */
  static String safe(Path file) {
    return FileNames.safe(String.valueOf(file.getFileName()));
  }

  /** Where a file can be after it was dropped. */
  enum Folder {
    IN_PROGRESS(".in-progress"),
    DONE(".done"),
    REJECTED(".rejected");

    private final String folderName;

    Folder(String folderName) {
      this.folderName = folderName;
    }
  }
}
