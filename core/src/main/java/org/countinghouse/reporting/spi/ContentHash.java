package org.countinghouse.reporting.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The content hash of a table while its rows pass by: SHA-256 over report, scope, parameters and
 * findings, then every row. Words in the reader's language stay out: a {@link Label} is taken by
 * its key.
 */
public final class ContentHash {

  private static final char UNIT = '\u001f';
  private static final char RECORD = '\u001e';

  private final MessageDigest digest = sha256();
  private final StringBuilder row = new StringBuilder();

  /** Begins with all of the table but its rows. */
  public ContentHash(ReportTable frame) {
    row.append(frame.report()).append(UNIT).append(frame.scope().code()).append(RECORD);
    frame
        .parameters()
        .forEach((name, value) -> row.append(name).append(UNIT).append(value).append(RECORD));
    for (Note note : frame.findings()) {
      row.append(note.code()).append(RECORD);
    }
    feed();
  }

  /** Adds a row. */
  public void add(Row next) {
    if (!next.isPlain()) {
      row.append(next.kind()).append(UNIT).append(next.level()).append(UNIT);
    }
    for (@Nullable Object cell : next.cells()) {
      row.append(cell instanceof Label label ? label.key() : ReportTable.plain(cell)).append(UNIT);
    }
    row.append(RECORD);
    feed();
  }

  /** The hash in hex. Call it once. */
  public String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void feed() {
    digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
    row.setLength(0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
