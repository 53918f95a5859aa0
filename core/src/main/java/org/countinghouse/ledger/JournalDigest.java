package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a journal's hashes are taken over; db/verify recomputes both in SQL.
 *
 * <p>Content: the header's fields, then each line's, every field followed by U+001F except the last
 * of its record, which is followed by U+001E, in UTF-8; an absent field is empty, but a line's
 * project, its last field, is left out where there is none. Texts in the books hold no control
 * characters, so no two journals read the same.
 *
 * <p>Chain: SHA-256 over the hash before it, the number and the microsecond of recording (both 8
 * bytes, big-endian) and the content hash. The first hash before is that of {@link #genesis}.
 *
 * <p>Not safe for use by several threads; one instance digests any number of journals.
 */
public final class JournalDigest {

  /** Amounts are digested with as many decimals as the books keep. */
  public static final int SCALE = 4;

  private static final byte FIELD = 0x1F;
  private static final byte RECORD = 0x1E;

  private final MessageDigest sha256 = newSha256();
  private byte[] content = new byte[4096];
  private int length;

  /** What stands before the first journal of a series. */
  public static byte[] genesis(UUID organizationId, String series, int fiscalYear) {
    String name = organizationId + "/" + series + "/" + fiscalYear;
    return newSha256().digest(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of the journal of this number; the time counts in whole microseconds. */
  public byte[] chain(byte[] before, long number, Instant recordedAt, byte[] contentHash) {
    ByteBuffer link = ByteBuffer.allocate(before.length + 16 + contentHash.length);
    link.put(before).putLong(number).putLong(micros(recordedAt)).put(contentHash);
    return sha256.digest(link.array());
  }

  /** Begins a journal. */
  public JournalDigest header(
      UUID organizationId,
      LocalDate postingDate,
      String source,
      String sourceReference,
      String description,
      Signatures signatures,
      @Nullable UUID reversesId) {
    begin();
    field(organizationId.toString());
    field(postingDate.toString());
    field(source);
    field(sourceReference);
    field(description);
    field(signatures.maker());
    field(signatures.makerFor());
    field(signatures.checker());
    field(signatures.checkerFor());
    last(reversesId == null ? null : reversesId.toString());
    return this;
  }

  /**
   * Begins a journal whose header's fields are given one by one, in the order of {@link #header}.
   */
  public void begin() {
    length = 0;
  }

  /** Adds a line. */
  public JournalDigest line(int lineNo, DraftLine line) {
    line(
        lineNo,
        bytes(line.account()),
        bytes(line.amount().currency().getCurrencyCode()),
        units(line.amount().amount()),
        units(line.baseAmount().amount()));
    text(bytes(line.costCentre()), 0, -1);
    byte[] text = bytes(line.text());
    if (line.project() == null) {
      end(text, 0, -1);
    } else {
      text(text, 0, -1);
      end(bytes(line.project()), 0, -1);
    }
    return this;
  }

  /**
   * Begins a line; its cost centre as {@link #text} and its text as {@link #end} must follow, or
   * its text as {@link #text} and its project as {@link #end}.
   */
  public void line(int lineNo, byte[] account, byte[] currency, long units, long baseUnits) {
    digits(lineNo);
    append(FIELD);
    text(account, 0, -1);
    text(currency, 0, -1);
    decimal(units);
    append(FIELD);
    decimal(baseUnits);
    append(FIELD);
  }

  /** Adds a field of a line from these bytes; a negative count means all of them. */
  public void text(byte[] from, int offset, int count) {
    append(from, offset, count < 0 ? from.length : count);
    append(FIELD);
  }

  /** Adds the last field of a line. */
  public void end(byte[] from, int offset, int count) {
    append(from, offset, count < 0 ? from.length : count);
    append(RECORD);
  }

  /** Ends the journal. */
  public byte[] contentHash() {
    sha256.update(content, 0, length);
    return sha256.digest();
  }

  /** The amount in units of 0.0001. */
  static long units(BigDecimal amount) {
    return amount.movePointRight(SCALE).longValueExact();
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private void field(@Nullable String value) {
    text(bytes(value), 0, -1);
  }

  private void last(@Nullable String value) {
    end(bytes(value), 0, -1);
  }

  private static byte[] bytes(@Nullable String value) {
    return value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
  }

  private void decimal(long units) {
    if (units < 0) {
      append((byte) '-');
    }
    long magnitude = Math.abs(units);
    digits(magnitude / 10_000);
    append((byte) '.');
    int fraction = (int) (magnitude % 10_000);
    append((byte) ('0' + fraction / 1000));
    append((byte) ('0' + fraction / 100 % 10));
    append((byte) ('0' + fraction / 10 % 10));
    append((byte) ('0' + fraction % 10));
  }

  private void digits(long value) {
    int count = 1;
    for (long rest = value; rest > 9; rest /= 10) {
      count++;
    }
    room(count);
    for (int at = length + count - 1; at >= length; at--) {
      content[at] = (byte) ('0' + value % 10);
      value /= 10;
    }
    length += count;
  }

  private void append(byte value) {
    room(1);
    content[length++] = value;
  }

  private void append(byte[] from, int offset, int count) {
    room(count);
    System.arraycopy(from, offset, content, length, count);
    length += count;
  }

  private void room(int more) {
    if (length + more > content.length) {
      content = Arrays.copyOf(content, Math.max(content.length * 2, length + more));
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
