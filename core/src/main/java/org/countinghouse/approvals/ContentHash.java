package org.countinghouse.approvals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The fingerprint of what is approved: equal facts in equal order, equal hash. */
public final class ContentHash {

  private ContentHash() {}

  /**
   * SHA-256 over the facts, lower-case hexadecimal. Lengths go in too, so that no text can shift.
   */
  public static String of(List<Fact> facts) {
    MessageDigest digest = sha256();
    for (Fact fact : facts) {
      add(digest, fact.kind());
      add(digest, fact.item());
      add(digest, fact.value());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
