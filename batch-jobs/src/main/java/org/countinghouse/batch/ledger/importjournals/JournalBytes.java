package org.countinghouse.batch.ledger.importjournals;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.ledger.JournalSource;
import org.countinghouse.tables.TableFiles;
import org.jspecify.annotations.Nullable;

/**
 * A stored journal file as the import reads it: CSV as it is, a workbook's first sheet as CSV whose
 * line numbers are the sheet's row numbers, so that a finding names the row people see.
 */
final class JournalBytes implements JournalSource, AutoCloseable {

  private static final int HEAD_BYTES = 4;

  private final Document document;
  private final Documents documents;
  private final @Nullable Path converted;

  private JournalBytes(Document document, Documents documents, @Nullable Path converted) {
    this.document = document;
    this.documents = documents;
    this.converted = converted;
  }

  /**
   * The bytes of a document.
   *
   * @throws org.countinghouse.errors.BusinessException {@code tables.*} when it is a workbook that
   *     cannot be read
   */
  static JournalBytes of(Document document, Documents documents) {
    try (InputStream content = documents.open(document.id())) {
      boolean workbook = TableFiles.isWorkbook(content.readNBytes(HEAD_BYTES));
      return new JournalBytes(document, documents, workbook ? convert(document, documents) : null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + document.name(), e);
    }
  }

  private static Path convert(Document document, Documents documents) throws IOException {
    Path csv = Files.createTempFile("journals", ".csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
      var lines = new Lines(out);
      TableFiles.forEach(() -> documents.open(document.id()), lines::write);
      return csv;
    } catch (RuntimeException | IOException e) {
      Files.deleteIfExists(csv);
      throw e;
    }
  }

  @Override
  public long size() {
    try {
      return converted == null ? document.size() : Files.size(converted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream open() throws IOException {
    return converted == null ? documents.open(document.id()) : Files.newInputStream(converted);
  }

  @Override
  public void close() {
    if (converted != null) {
      try {
        Files.deleteIfExists(converted);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes rows as lines, one each; rows without content become lines without. */
  private static final class Lines {

    private final BufferedWriter out;
    private int line = 1;
    private int columns;

    Lines(BufferedWriter out) {
      this.out = out;
    }

    void write(int row, List<String> cells) {
      try {
        for (; line < row; line++) {
          out.write('\n');
        }
        columns = Math.max(columns, cells.size());
        for (int column = 0; column < columns; column++) {
          out.write(column == 0 ? "" : ",");
          out.write(column < cells.size() ? field(cells.get(column)) : "");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Without the line breaks that would shift every later number. */
    private static String field(String text) {
      String onOneLine = text.strip().replace('\r', ' ').replace('\n', ' ');
      boolean plain = onOneLine.indexOf(',') < 0 && onOneLine.indexOf('"') < 0;
      return plain ? onOneLine : '"' + onOneLine.replace("\"", "\"\"") + '"';
    }
  }
}
