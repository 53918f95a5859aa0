package org.countinghouse.close.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The key this installation signs with, made on first use, and the public keys it trusts.
 *
 * <p>{@code close-certificate.key} (both halves, readable by its owner only) and {@code
 * close-certificate.pub} (the public half) lie in the key directory, as PEM. To replace the key,
 * move both aside and keep the old {@code .pub} there under another name: every {@code *.pub} of
 * the directory is trusted, so older certificates still verify.
 */
final class SigningKeys {

  static final String ALGORITHM = "Ed25519";

  private static final String PRIVATE_KEY = "close-certificate.key";
  private static final String PUBLIC_KEY = "close-certificate.pub";
  private static final String PRIVATE_BLOCK = "PRIVATE KEY";
  private static final String PUBLIC_BLOCK = "PUBLIC KEY";

  private final Path directory;

  SigningKeys(Path directory) {
    this.directory = directory;
  }

  /** The pair to sign with; made now if there is none. */
  synchronized KeyPair pair() {
    Path file = directory.resolve(PRIVATE_KEY);
    try {
      if (Files.notExists(file)) {
        make();
      }
      KeyPair pair = new KeyPair(readPublic(file), readPrivate(file));
      publish(pair.getPublic());
      return pair;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the signing key in " + directory, e);
    }
  }

  /** Every public key a certificate of this installation may be signed with. */
  List<PublicKey> trusted() {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<PublicKey> keys = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".pub")).sorted().toList()) {
        keys.add(readPublic(file));
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the trusted keys in " + directory, e);
    }
  }

  private void make() throws IOException {
    Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    KeyPair pair = generate();
    Path draft = directory.resolve(PRIVATE_KEY + "." + UUID.randomUUID() + ".tmp");
    Files.createFile(draft, ownerOnly(draft, "rw-------"));
    try {
      Files.writeString(
          draft,
          pem(PRIVATE_BLOCK, pair.getPrivate().getEncoded())
              + pem(PUBLIC_BLOCK, pair.getPublic().getEncoded()));
      // a link appears whole or not at all, and only once: of two nodes the faster one wins
      Files.createLink(directory.resolve(PRIVATE_KEY), draft);
    } catch (FileAlreadyExistsException e) {
      return; // the other node's key is ours too
    } finally {
      Files.delete(draft);
    }
  }

  /** The public half as a file of its own, to be given away. */
  private void publish(PublicKey key) throws IOException {
    Path file = directory.resolve(PUBLIC_KEY);
    if (Files.notExists(file)) {
      Files.writeString(file, pem(PUBLIC_BLOCK, key.getEncoded()));
    }
  }

  private static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) throws IOException {
    Path existing = path.toAbsolutePath();
    for (Path up = existing; up != null && Files.notExists(existing); up = up.getParent()) {
      existing = up;
    }
    FileStore store = Files.getFileStore(existing);
    return store.supportsFileAttributeView(PosixFileAttributeView.class)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0]; // on Windows the user's profile decides
  }

  private static PrivateKey readPrivate(Path file) throws IOException {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(block(file, PRIVATE_BLOCK)));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no Ed25519 private key", e);
    }
  }

  static PublicKey readPublic(Path file) throws IOException {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(block(file, PUBLIC_BLOCK)));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no Ed25519 public key", e);
    }
  }

  /** The key as PEM (RFC 7468). */
  static String pem(PublicKey key) {
    return pem(PUBLIC_BLOCK, key.getEncoded());
  }

  private static String pem(String kind, byte[] encoded) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }

  private static byte[] block(Path file, String kind) throws IOException {
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    String begin = "-----BEGIN " + kind + "-----";
    int start = pem.indexOf(begin);
    int end = pem.indexOf("-----END " + kind + "-----");
    if (start < 0 || end < start) {
      throw new IOException(file + " holds no " + kind);
    }
    return Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
  }
}
