package org.countinghouse.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.countinghouse.documents.spi.ContentStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Content in files named by their hash: {@code ab/cd/abcd…}. A file appears under its name only
 * when it is whole and on the disk: written aside, forced, then renamed, and the folder forced too.
 */
@Component
class FileSystemContentStore implements ContentStore {

  private final Path directory;
  private final Path incoming;

  FileSystemContentStore(
      @Value("${countinghouse.documents.directory:data/documents}") Path directory)
      throws IOException {
    this.directory = directory.toAbsolutePath();
    this.incoming = Files.createDirectories(this.directory.resolve(".incoming"));
  }

  @Override
  public StoredContent put(InputStream content) throws IOException {
    Path aside = incoming.resolve(UUID.randomUUID().toString());
    try {
      StoredContent stored = write(content, aside);
      if (!Files.exists(path(stored.sha256()))) {
        publish(aside, stored.sha256());
      }
      return stored;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    var digesting = new DigestInputStream(Files.newInputStream(path(sha256)), messageDigest());
    return new VerifiedInputStream(digesting, sha256);
  }

  private static StoredContent write(InputStream content, Path aside) throws IOException {
    MessageDigest digest = messageDigest();
    try (FileChannel file =
        FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      long size = new DigestInputStream(content, digest).transferTo(Channels.newOutputStream(file));
      file.force(true);
      return new StoredContent(HexFormat.of().formatHex(digest.digest()), size);
    }
  }

  private void publish(Path aside, String sha256) throws IOException {
    Path outer = directory.resolve(sha256.substring(0, 2));
    Path inner = outer.resolve(sha256.substring(2, 4));
    boolean newFolder = !Files.exists(inner);
    Files.createDirectories(inner);
    try {
      Files.move(aside, inner.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException sameBytesStoredMeanwhile) {
      return;
    }
    force(inner);
    if (newFolder) {
      force(outer);
      force(directory);
    }
  }

  /**
   * Makes a rename survive a power cut. Windows cannot open folders and journals renames itself.
   */
  private static void force(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private Path path(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a SHA-256: " + sha256);
    }
    return directory
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2, 4))
        .resolve(sha256);
  }

  private static MessageDigest messageDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Fails at the end of the bytes when they are not those the hash was made of. */
  private static final class VerifiedInputStream extends FilterInputStream {

    private final DigestInputStream digesting;
    private final String sha256;
    private boolean verified;

    VerifiedInputStream(DigestInputStream digesting, String sha256) {
      super(digesting);
      this.digesting = digesting;
      this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      return next < 0 ? end() : next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      return count < 0 ? end() : count;
    }

    @Override
    public long skip(long count) throws IOException {
      // read, not skipped: what is not digested cannot be verified
      byte[] buffer = new byte[(int) Math.min(Math.max(count, 0), 8192)];
      return buffer.length == 0 ? 0 : Math.max(0, read(buffer, 0, buffer.length));
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private int end() throws IOException {
      if (!verified) {
        String found = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        if (!found.equals(sha256)) {
          throw new IOException("stored bytes of " + sha256 + " now hash to " + found);
        }
        verified = true;
      }
      return -1;
    }
  }
}
