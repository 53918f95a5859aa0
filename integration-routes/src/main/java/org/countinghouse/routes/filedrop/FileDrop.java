package org.countinghouse.routes.filedrop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Delivery;
import org.countinghouse.exchange.ExchangeError;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.organizations.Organization;
import org.countinghouse.routes.inbox.InboxWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes one dropped file in: its bytes into the inbox first, then the file aside. A crash between
 * the two leaves the file where it was, and the next look finds the same delivery again.
 */
@Component
class FileDrop {

  private static final Logger LOG = LoggerFactory.getLogger(FileDrop.class);

  private final DropFolders folders;
  private final FileDropProperties properties;
  private final Inbox inbox;
  private final InboxWorker worker;
  private final FileReturn fileReturn;

  FileDrop(
      DropFolders folders,
      FileDropProperties properties,
      Inbox inbox,
      InboxWorker worker,
      FileReturn fileReturn) {
    this.folders = folders;
    this.properties = properties;
    this.inbox = inbox;
    this.worker = worker;
    this.fileReturn = fileReturn;
  }

  /**
   * Takes a file.
   *
   * @param file directly in the drop folder of a known organization
   * @throws IOException when it cannot be read or moved now; it stays and is tried again
   */
  void take(Path file, String channel) throws IOException {
    Path relative = folders.exchange().relativize(file);
    Organization organization =
        folders
            .organization(relative.getName(0).toString())
            .orElseThrow(() -> new IOException("No organization owns " + relative));
    DropFolder folder = folders.of(organization, channel);
    try {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        refuse(
            folder, file, ExchangeError.NOT_A_FILE.at("", DropFolder.safe(file), kind(attributes)));
      } else if (attributes.size() > properties.sizeMax().toBytes()) {
        refuse(
            folder,
            file,
            ExchangeError.TOO_LARGE.at("", attributes.size(), properties.sizeMax().toBytes()));
      } else {
        receive(organization, channel, folder, file, attributes);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} was taken by somebody else", relative);
    }
  }

  /** Camel takes a backslash for a separator and would never find such a file again. */
  void refuseUnusableNames() throws IOException {
    for (DropFolder folder : folders.all()) {
      for (Path file : folder.dropped()) {
        if (file.getFileName().toString().indexOf('\\') >= 0) {
          refuse(folder, file, ExchangeError.UNREADABLE_NAME.at("", "backslash"));
        }
      }
    }
  }

  private void receive(
      Organization organization,
      String channel,
      DropFolder folder,
      Path file,
      BasicFileAttributes attributes)
      throws IOException {
    InboxDocument document;
    try (InputStream content = new UnchangedFileStream(file, attributes)) {
      document =
          inbox.receive(
              new Delivery(
                  organization.id(),
                  channel,
                  file.getFileName().toString(),
                  mediaType(file),
                  key(file, attributes),
                  content));
    }
    folder.begin(file, document);
    // looked up again: somebody else may have handled it while the file was being moved
    InboxDocument now = inbox.find(document.id()).orElse(document);
    if (now.state().isOpen()) {
      worker.submit(now.id());
    } else {
      fileReturn.putAway(now, folder);
    }
  }

  /** What was never opened never came in: there is a report, but no document. */
  private static void refuse(DropFolder folder, Path file, Finding reason) throws IOException {
    LOG.warn("{} is refused: {}", file, reason.message());
    folder.end(file, DropFolder.Folder.REJECTED, DropReport.ofUnopened(file, reason));
  }

  private static String kind(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return "a link";
    }
    return attributes.isDirectory() ? "a folder" : "a pipe or device";
  }

  /**
   * This very file at this very place. Written, copied or moved here again it is another delivery:
   * moving changes the inode's own time even where it keeps the file's.
   */
  private String key(Path file, BasicFileAttributes attributes) throws IOException {
    Object changed =
        file.getFileSystem().supportedFileAttributeViews().contains("unix")
            ? Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
            : "";
    return "file:%s|%s|%s|%s|%s"
        .formatted(
            folders.exchange().relativize(file),
            attributes.lastModifiedTime().toInstant(),
            changed,
            attributes.size(),
            attributes.fileKey());
  }

  private static String mediaType(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "xml" -> "application/xml";
      case "pdf" -> "application/pdf";
      case "csv" -> "text/csv";
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case "json" -> "application/json";
      case "txt" -> "text/plain";
      default -> "application/octet-stream";
    };
  }
}
