package org.countinghouse.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV as RFC 4180 has it and as spreadsheets save it: UTF-8 with or without byte order mark,
 * separated by comma, semicolon or tab, whichever the first line holds most of; a first line {@code
 * sep=;} says it.
 */
final class CsvRows {

  private static final int ROW_LENGTH_MAX = 100_000;
  private static final String SEPARATORS = ",;\t";
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final BufferedReader in;
  private final RowSink sink;
  private final StringBuilder field = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private char separator = ',';
  private int line = 1;

  private CsvRows(BufferedReader in, RowSink sink) {
    this.in = in;
    this.sink = sink;
  }

  static void read(TableSource source, RowSink sink) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var in = new BufferedReader(new InputStreamReader(source.open(), decoder))) {
      new CsvRows(in, sink).read();
    } catch (CharacterCodingException e) {
      throw TableError.ENCODING.with();
    }
  }

  private void read() throws IOException {
    begin();
    int row = line;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '"' && field.length() == 0) {
        quoted(row);
      } else if (c == separator) {
        endField();
      } else if (c == '\n') {
        endRow(row);
        row = ++line;
      } else if (c == '"') {
        throw fault(row);
      } else if (c != '\r') {
        add((char) c, row);
      }
    }
    endRow(row);
  }

  /** Looks at the first line to know what separates, and leaves it to be read unless it says so. */
  private void begin() throws IOException {
    in.mark(ROW_LENGTH_MAX + 1);
    String first = firstLine();
    if (first.startsWith("sep=") && first.length() == 5) {
      separator = first.charAt(4);
      line = 2;
      return;
    }
    separator = mostFrequent(first);
    in.reset();
    if (in.read() != BYTE_ORDER_MARK) {
      in.reset();
    }
  }

  private String firstLine() throws IOException {
    var text = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && text.length() < ROW_LENGTH_MAX; c = in.read()) {
      if (c != BYTE_ORDER_MARK && c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  private static char mostFrequent(String text) {
    char best = SEPARATORS.charAt(0);
    for (char candidate : SEPARATORS.toCharArray()) {
      if (count(text, candidate) > count(text, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** A field in quotes, up to what follows its last quote; line breaks belong to it. */
  private void quoted(int row) throws IOException {
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw fault(row);
      }
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        add((char) c, row);
        continue;
      }
      in.mark(1);
      int next = in.read();
      if (next == '"') {
        add('"', row);
      } else {
        if (next >= 0) {
          in.reset();
        }
        if (next >= 0 && next != separator && next != '\n' && next != '\r') {
          throw fault(row);
        }
        return;
      }
    }
  }

  private void add(char c, int row) {
    if (field.length() >= ROW_LENGTH_MAX) {
      throw TableError.TOO_LONG.withFindings(
          List.of(TableError.TOO_LONG.at("row " + row, ROW_LENGTH_MAX)), ROW_LENGTH_MAX);
    }
    field.append(c);
  }

  private RuntimeException fault(int row) {
    return TableError.QUOTES.withFindings(List.of(TableError.QUOTES.at("row " + row)));
  }

  private void endField() {
    cells.add(field.toString());
    field.setLength(0);
  }

  private void endRow(int row) {
    endField();
    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
      sink.row(row, cells);
    }
    cells.clear();
  }
}
