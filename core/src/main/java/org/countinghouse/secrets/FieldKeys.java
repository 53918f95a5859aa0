package org.countinghouse.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys fields are encrypted with, from a file only its owner can read; made at the first start.
 *
 * <p>One word per line, its value after it: {@code index <base64>} is the key of fingerprints and
 * never changes; every {@code key <id> <base64>} decrypts what it encrypted, the last one encrypts.
 * To change the key, append a line. Whoever loses the file loses the fields: back it up, apart from
 * the database.
 */
@Component
class FieldKeys {

  static final String MAC = "HmacSHA256";

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  private final Path file;
  private final Map<String, SecretKey> keys = new LinkedHashMap<>();
  private final SecretKey index;
  private final Key current;

  /** A key and what cipher texts call it. */
  record Key(String id, SecretKey secret) {}

  FieldKeys(
      @Value(
              "${countinghouse.secrets.key-file:${countinghouse.keys.directory:data/keys}/field.keys}")
          Path file) {
    this.file = file.toAbsolutePath();
    try {
      if (Files.notExists(this.file)) {
        make(this.file);
      }
      @Nullable SecretKey indexKey = null;
      @Nullable Key last = null;
      for (String line : Files.readAllLines(this.file)) {
        String[] words = line.strip().split("\\s+");
        if (words[0].equals("index") && words.length == 2) {
          indexKey = new SecretKeySpec(bytes(words[1]), MAC);
        } else if (words[0].equals("key") && words.length == 3) {
          last = new Key(words[1], new SecretKeySpec(bytes(words[2]), "AES"));
          keys.put(last.id(), last.secret());
        }
      }
      if (indexKey == null || last == null) {
        throw new IllegalStateException(
            "The key file %s holds no index or no key: restore it from your backup"
                .formatted(this.file));
      }
      this.index = indexKey;
      this.current = last;
    } catch (IOException e) {
      throw new UncheckedIOException("The key file %s cannot be read".formatted(this.file), e);
    }
  }

  /** The key that encrypts. */
  Key current() {
    return current;
  }

  /** The key of fingerprints. */
  SecretKey index() {
    return index;
  }

  /** Every key, by id. */
  Map<String, SecretKey> all() {
    return keys;
  }

  /** Where they are. */
  Path file() {
    return file;
  }

  /** The key of this id, to decrypt with. */
  SecretKey require(String id) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException(
          "Key %s is not in %s: restore the file from your backup".formatted(id, file));
    }
    return key;
  }

  private byte[] bytes(String base64) {
    byte[] key = Base64.getDecoder().decode(base64);
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException("A key in %s is not 256 bits long".formatted(file));
    }
    return key;
  }

  private static void make(Path file) throws IOException {
    Path directory = file.getParent();
    if (directory != null && Files.notExists(directory)) {
      Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    }
    Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    Files.createFile(draft, ownerOnly(draft, "rw-------"));
    try {
      Files.writeString(
          draft,
          "index %s%nkey %s %s%n"
              .formatted(
                  Base64.getEncoder().encodeToString(random(KEY_BYTES)),
                  HexFormat.of().formatHex(random(ID_BYTES)),
                  Base64.getEncoder().encodeToString(random(KEY_BYTES))));
      // a link appears whole or not at all, and only once: of two nodes the faster one wins
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return; // the other node's keys are ours too
    } finally {
      Files.delete(draft);
    }
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
