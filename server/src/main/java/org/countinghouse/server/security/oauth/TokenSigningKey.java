package org.countinghouse.server.security.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that signs access tokens, made at the first start and kept in the keys directory, so that
 * tokens outlive a restart. Nodes of one installation share the directory's content. Removing the
 * file makes every token void.
 */
@Component
class TokenSigningKey {

  private static final int BITS = 2048;

  private final RSAKey key;

  TokenSigningKey(@Value("${countinghouse.keys.directory:data/keys}") Path directory) {
    Path file = directory.resolve("token-signing.jwk");
    try {
      this.key = Files.exists(file) ? read(file) : create(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the token signing key in " + file + " is not usable", e);
    }
  }

  RSAKey key() {
    return key;
  }

  private static RSAKey read(Path file) throws IOException {
    try {
      return RSAKey.parse(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (ParseException e) {
      throw new IOException("not a JSON web key: " + file, e);
    }
  }

  private static RSAKey create(Path file) throws IOException {
    try {
      RSAKey made =
          new RSAKeyGenerator(BITS)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyID(UUID.randomUUID().toString())
              .generate();
      Path parent = file.toAbsolutePath().getParent();
      Files.createDirectories(parent);
      // whole or not at all, and never readable by others
      Path draft = Files.createTempFile(parent, "token-signing", ".tmp");
      if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(draft, made.toJSONString(), StandardCharsets.US_ASCII);
      try {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft, file);
      }
      return made;
    } catch (JOSEException e) {
      throw new IOException("cannot make a key", e);
    }
  }
}
