package org.countinghouse.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;

/** Reads tables, whatever they were saved as. */
public final class TableFiles {

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private TableFiles() {}

  /** Whether a file that begins with these bytes is an Excel workbook: a ZIP archive. */
  public static boolean isWorkbook(byte[] head) {
    if (head.length < ZIP.length) {
      return false;
    }
    for (int i = 0; i < ZIP.length; i++) {
      if (head[i] != ZIP[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads all rows into memory, the first one as header.
   *
   * @param rowsMax more rows than this are refused
   * @throws BusinessException {@code tables.empty}, {@code tables.unreadable}, {@code
   *     tables.encoding}, {@code tables.quotes}, {@code tables.too-many-rows}, {@code
   *     tables.too-long}
   */
  public static Table read(byte[] content, int rowsMax) {
    List<TableRow> rows = new ArrayList<>();
    var header = new Header();
    forEach(
        TableSource.of(content),
        (number, cells) -> {
          List<String> names = header.names;
          if (names == null) {
            header.names =
                cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
          } else if (rows.size() >= rowsMax) {
            throw TableError.TOO_MANY_ROWS.with(rowsMax);
          } else {
            rows.add(new TableRow(number, names, List.copyOf(cells)));
          }
        });
    List<String> names = header.names;
    if (names == null || rows.isEmpty()) {
      throw TableError.EMPTY.with();
    }
    return new Table(names, List.copyOf(rows));
  }

  private static final class Header {
    private @Nullable List<String> names;
  }

  /**
   * Hands over row by row, the header like any other; what was handed over is not kept.
   *
   * @throws BusinessException as {@link #read}
   */
  public static void forEach(TableSource source, RowSink sink) {
    try {
      byte[] head;
      try (InputStream bytes = source.open()) {
        head = bytes.readNBytes(ZIP.length);
      }
      if (isWorkbook(head)) {
        WorkbookRows.read(source, sink);
      } else {
        CsvRows.read(source, sink);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the file cannot be read", e);
    }
  }
}
