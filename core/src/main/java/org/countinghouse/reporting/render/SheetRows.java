package org.countinghouse.reporting.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cells as SpreadsheetML, written straight into the stream. A spreadsheet library builds an object
 * per cell first, which costs more than all the rest of an export; and none of the fast ones writes
 * the cached value of a formula.
 */
final class SheetRows {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Spare room that a cell without text never exceeds. */
  private static final int CELL_BYTES_MAX = 256;

  private final OutputStream out;
  private final byte[][] letters;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private int size;
  private byte[] rowDigits = new byte[0];

  /** Rows of a sheet that has these columns, named A, B, …. */
  SheetRows(OutputStream out, String[] columnLetters) {
    this.out = out;
    this.letters = new byte[columnLetters.length][];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = columnLetters[i].getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Begins a row; numbers begin with 1. */
  void beginRow(int number) throws IOException {
    if (size > BUFFER_BYTES - CELL_BYTES_MAX) {
      flush();
    }
    rowDigits = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
    ascii("<row r=\"");
    bytes(rowDigits);
    ascii("\">");
  }

  void endRow() throws IOException {
    ascii("</row>");
  }

  /** A cell with a border or none, and nothing in it. */
  void blank(int column, int style) throws IOException {
    open(column, style);
    ascii("/>");
  }

  /**
   * A number.
   *
   * @param digits as SpreadsheetML writes it: plain decimal
   */
  void number(int column, int style, String digits) throws IOException {
    open(column, style);
    ascii("><v>");
    ascii(digits);
    ascii("</v></c>");
  }

  /** A formula with the number it gives. */
  void formula(int column, int style, String formula, String digits) throws IOException {
    open(column, style);
    ascii("><f>");
    escaped(formula);
    ascii("</f><v>");
    ascii(digits);
    ascii("</v></c>");
  }

  /** Text; never read as a formula. */
  void text(int column, int style, String text) throws IOException {
    open(column, style);
    ascii(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    escaped(text);
    ascii("</t></is></c>");
  }

  /** Text that leads to an address. */
  void link(int column, int style, String text, String address) throws IOException {
    open(column, style);
    ascii(" t=\"str\"><f>HYPERLINK(");
    escaped(quoted(address) + "," + quoted(text));
    ascii(")</f><v>");
    escaped(text);
    ascii("</v></c>");
  }

  void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private void open(int column, int style) throws IOException {
    room(CELL_BYTES_MAX);
    ascii("<c r=\"");
    bytes(letters[column]);
    bytes(rowDigits);
    ascii("\" s=\"");
    ascii(Integer.toString(style));
    ascii("\"");
  }

  private void room(int bytes) throws IOException {
    if (buffer.length - size < bytes) {
      flush();
    }
    if (buffer.length < bytes) {
      buffer = new byte[bytes];
    }
  }

  private void bytes(byte[] some) {
    System.arraycopy(some, 0, buffer, size, some.length);
    size += some.length;
  }

  private void ascii(String text) throws IOException {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      buffer[size++] = (byte) text.charAt(i);
    }
  }

  /** Text as XML; what XML 1.0 cannot hold becomes the replacement character. */
  private void escaped(String text) throws IOException {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      room(CELL_BYTES_MAX);
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        plain(c, text, i);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes(text.substring(i, i + 2).getBytes(StandardCharsets.UTF_8));
        i++;
      } else {
        bytes(String.valueOf(allowed(c)).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void plain(char c, String text, int at) throws IOException {
    switch (c) {
      case '<' -> ascii("&lt;");
      case '>' -> ascii("&gt;");
      case '&' -> ascii("&amp;");
      case '_' -> ascii(startsEscape(text, at) ? "_x005F_" : "_");
      default -> buffer[size++] = (byte) c;
    }
  }

  /** A spreadsheet program reads {@code _x0041_} as a letter A unless its underscore is escaped. */
  private static boolean startsEscape(String text, int at) {
    return text.startsWith("_x", at) && text.length() > at + 6 && text.charAt(at + 6) == '_';
  }

  private static char allowed(char c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
    return control || Character.isSurrogate(c) || c > '\ufffd' ? '\ufffd' : c;
  }
}
