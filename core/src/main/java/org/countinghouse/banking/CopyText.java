package org.countinghouse.banking;

import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's text format of COPY. */
final class CopyText {

  private final StringBuilder text = new StringBuilder(96 * 1024);

  int length() {
    return text.length();
  }

  /** What was written since the last time. */
  String taken() {
    String all = text.toString();
    text.setLength(0);
    return all;
  }

  /** A field that others follow. */
  CopyText field(@Nullable String value) {
    write(value);
    text.append('\t');
    return this;
  }

  /** The last field of a row. */
  void end(@Nullable String value) {
    write(value);
    text.append('\n');
  }

  private void write(@Nullable String value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        // PostgreSQL keeps no zero character, and no bank means one
        case '\0' -> text.append(' ');
        default -> text.append(c);
      }
    }
  }
}
