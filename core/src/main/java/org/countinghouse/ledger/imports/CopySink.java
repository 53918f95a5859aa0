package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.countinghouse.ledger.JournalDigest;
import org.countinghouse.ledger.Signatures;

/** Sends lines to the database as they are read, hashing and summing them on the way. */
final class CopySink implements EntrySink {

  static final String LINE_COLUMNS =
      "(batch, organization_id, journal_id, line_no, posting_date, account, currency, amount,"
          + " base_amount, cost_centre, text, project)";
  private static final int LINE_FIELDS = 12;
  private static final long REPORT_EVERY = 50_000;
  private static final byte[] NOTHING = {};
  private static final byte[] MODULE = bytes(EntryReader.MODULE);
  private static final byte[] MODULE_COLON = bytes(EntryReader.MODULE + ":");

  private final CopyStream lines;
  private final HeaderSpool headers;
  private final BalanceSums sums;
  private final LongConsumer progress;
  private final JournalDigest digest = new JournalDigest();
  private final RowBuffer header = new RowBuffer(1024);
  private final byte[] linePrefix;
  private final byte[] headerPrefix;
  private final byte[] organization;
  private final byte[] maker;
  private final byte[] makerFor;
  private byte[] source = NOTHING;
  private long count;

  CopySink(
      CopyStream lines,
      HeaderSpool headers,
      BalanceSums sums,
      int lineBatch,
      References references,
      Signatures signatures,
      LongConsumer progress) {
    this.lines = lines;
    this.headers = headers;
    this.sums = sums;
    this.progress = progress;
    this.organization = bytes(references.organizationId().toString());
    this.maker = bytes(signatures.maker());
    this.makerFor = signatures.makerFor() == null ? NOTHING : bytes(signatures.makerFor());
    this.linePrefix =
        new RowBuffer(64)
            .row(LINE_FIELDS)
            .int4(lineBatch)
            .uuid(references.organizationId())
            .taken();
    this.headerPrefix = new RowBuffer(64).uuid(references.organizationId()).int4(lineBatch).taken();
  }

  @Override
  public void begin(Entry entry) {
    source = sourceOf(entry.source);
    digest.begin();
    digest.text(organization, 0, organization.length);
    digest.text(entry.dateText.bytes, 0, entry.dateText.length);
    digest.text(source, 0, source.length);
    digest.text(entry.reference.bytes, 0, entry.reference.length);
    digest.text(entry.description.bytes, 0, entry.description.length);
    digest.text(maker, 0, maker.length);
    digest.text(makerFor, 0, makerFor.length);
    digest.text(NOTHING, 0, 0); // an import has no checker of its own
    digest.text(NOTHING, 0, 0);
    digest.end(NOTHING, 0, 0);
  }

  /** The module that posts, and the file's own source after a colon. */
  static byte[] sourceOf(Entry.Slice named) {
    if (named.length == 0) {
      return MODULE;
    }
    byte[] whole = new byte[MODULE_COLON.length + named.length];
    System.arraycopy(MODULE_COLON, 0, whole, 0, MODULE_COLON.length);
    System.arraycopy(named.bytes, 0, whole, MODULE_COLON.length, named.length);
    return whole;
  }

  @Override
  public void line(Entry entry, EntryLine line) throws IOException {
    byte[] account = Objects.requireNonNull(line.account).code();
    byte[] currency = Objects.requireNonNull(line.currency).code();
    byte[] costCentre = line.costCentre == null ? NOTHING : line.costCentre.bytes();
    LocalDate day = Objects.requireNonNull(entry.date);
    RowBuffer row = lines.rows();
    row.raw(linePrefix).uuid(entry.id).int4(line.lineNo).date(day);
    row.text(account).text(currency).numeric(line.units).numeric(line.baseUnits);
    row.optional(costCentre, 0, costCentre.length);
    row.optional(line.textBytes, line.textStart, line.textLength);
    byte[] project = line.project == null ? NOTHING : line.project.bytes();
    row.optional(project, 0, project.length);
    lines.rowEnds();
    digest.line(line.lineNo, account, currency, line.units, line.baseUnits);
    digest.text(costCentre, 0, costCentre.length);
    if (line.project == null) {
      digest.end(line.textBytes, line.textStart, line.textLength);
    } else {
      digest.text(line.textBytes, line.textStart, line.textLength);
      digest.end(project, 0, project.length);
    }
    sums.add(day, line);
    if (++count % REPORT_EVERY == 0) {
      progress.accept(count);
    }
  }

  @Override
  public void end(Entry entry) throws IOException {
    byte[] contentHash = digest.contentHash();
    header.clear();
    header.uuid(entry.id).raw(headerPrefix);
    header.date(Objects.requireNonNull(entry.date));
    header.text(entry.description.bytes, 0, entry.description.length);
    header.text(source);
    header.text(entry.reference.bytes, 0, entry.reference.length);
    header.text(maker).optional(makerFor, 0, makerFor.length);
    header.int4(entry.lines).text(contentHash);
    headers.add(entry.fiscalYear, contentHash, header.bytes(), header.length());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
