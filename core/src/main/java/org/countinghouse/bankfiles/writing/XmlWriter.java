package org.countinghouse.bankfiles.writing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes XML elements without namespaces prefixes, attributes but one, or mixed content. */
final class XmlWriter {

  private static final int BUFFER = 1 << 16;

  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();

  XmlWriter(OutputStream stream) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Opens an element with a default namespace. */
  XmlWriter root(String name, String namespace) throws IOException {
    out.write("<" + name + " xmlns=\"" + namespace + "\">");
    open.push(name);
    return this;
  }

  /** Opens elements, each in the one before. */
  XmlWriter open(String... names) throws IOException {
    for (String name : names) {
      out.write('<');
      out.write(name);
      out.write('>');
      open.push(name);
    }
    return this;
  }

  /** Closes as many elements. */
  XmlWriter close(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      out.write("</");
      out.write(open.pop());
      out.write('>');
    }
    return this;
  }

  /** An element with text; none when the text is null or empty. */
  XmlWriter text(String name, @Nullable String text) throws IOException {
    if (text != null && !text.isEmpty()) {
      open(name);
      escaped(text);
      close(1);
    }
    return this;
  }

  /** An amount with its currency. */
  XmlWriter amount(String name, String amount, String currency) throws IOException {
    out.write("<" + name + " Ccy=\"" + currency + "\">" + amount + "</" + name + ">");
    return this;
  }

  /** A new line, so that people and line-based tools can work with the file. */
  XmlWriter line() throws IOException {
    out.write('\n');
    return this;
  }

  /** Closes what is open and hands everything on. */
  void end() throws IOException {
    close(open.size());
    out.write('\n');
    out.flush();
  }

  private void escaped(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        default -> out.write(c);
      }
    }
  }
}
