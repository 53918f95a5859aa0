package org.countinghouse.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the heads of the chain outside the database: a line per seal in a file that is only
 * appended to. Whoever cuts off the newest rows and their seals in the database still has the file
 * against him; ship it elsewhere (log collector, write-once storage) to be safe from the machine's
 * own administrator.
 */
@Component
class AuditAnchor {

  private static final Logger log = LoggerFactory.getLogger(AuditAnchor.class);

  private final Path file;

  AuditAnchor(@Value("${countinghouse.audit.anchor-file:data/audit/anchors.log}") Path file) {
    this.file = file;
  }

  /** Appends the seal once it is committed; before that it may still vanish. */
  void writeAfterCommit(AuditSeal seal) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            append(seal);
          }
        });
  }

  private void append(AuditSeal seal) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          seal.number() + " " + seal.chainHash() + " " + seal.sealedAt() + "\n",
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      // the seal stands; the next anchor covers it too
      log.error("Audit seal {} could not be anchored in {}", seal.number(), file, e);
    }
  }

  /** The newest anchor must not be ahead of the newest seal, nor differ from it. */
  List<SealFault> verify(@Nullable AuditSeal head) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      if (lines.isEmpty()) {
        return List.of();
      }
      String[] last = lines.get(lines.size() - 1).split(" ", 3);
      long number = Long.parseLong(last[0]);
      if (head == null || head.number() < number) {
        return List.of(new SealFault(number, "anchored outside, but gone from the database"));
      }
      if (head.number() == number && !head.chainHash().equals(last[1])) {
        return List.of(new SealFault(number, "differs from its anchor outside the database"));
      }
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the audit anchors in " + file, e);
    }
  }
}
