package org.countinghouse.bankfiles.reading;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.jspecify.annotations.Nullable;

/**
 * OFX 1 (SGML, leaves without end tags) and 2 (XML), of bank accounts and credit cards. Both are
 * read by one scanner: a tag with text behind it is a value, any other opens an aggregate.
 *
 * @see <a href="https://financialdataexchange.org/FDX/FDX/About/OFX-Work-Group.aspx">OFX
 *     specification</a>
 */
public final class OfxStatements {

  private static final int HEAD = 2048;
  private static final int TAG_MAX = 80;
  private static final int TEXT_MAX = 10_000;
  private static final int DEPTH_MAX = 40;

  private final Reader reader;
  private final OfxContent content;
  private final Deque<String> open = new ArrayDeque<>();
  private int line = 1;

  private OfxStatements(Reader reader, StatementOptions options, StatementSink sink) {
    this.reader = reader;
    this.content = new OfxContent(options, sink);
  }

  /** Reads all statements of a file. */
  public static void read(InputStream in, StatementOptions options, StatementSink sink)
      throws IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(HEAD);
    String head = new String(buffered.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    buffered.reset();
    var reader = new BufferedReader(new InputStreamReader(buffered, charset(head)));
    new OfxStatements(reader, options, sink).run();
  }

  private static Charset charset(String head) {
    String upper = head.toUpperCase(Locale.ROOT);
    boolean unicode =
        upper.contains("ENCODING:UTF-8")
            || upper.contains("ENCODING=\"UTF-8\"")
            || (upper.contains("<?XML") && !upper.contains("ENCODING="));
    return unicode ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  private void run() throws IOException {
    text();
    String tag = tag();
    boolean begun = false;
    while (tag != null) {
      String text = text().strip();
      if (!tag.startsWith("?") && !tag.startsWith("!")) {
        begun |= tag.equals("OFX");
        handle(tag, text);
      } else if (tag.startsWith("!DOCTYPE") || tag.startsWith("!ENTITY")) {
        throw BankFileError.NOT_READABLE.refusing(place(), "it has a DOCTYPE, which is not taken");
      }
      tag = tag();
    }
    if (!begun) {
      throw BankFileError.MISSING.refusing("", "Element OFX");
    }
    if (!open.isEmpty()) {
      throw BankFileError.TRUNCATED.refusing(place(), "end of " + open.peek());
    }
    content.end();
  }

  private void handle(String tag, String text) {
    if (tag.startsWith("/")) {
      String name = tag.substring(1);
      if (open.contains(name)) {
        while (!open.pop().equals(name)) {
          // an empty value that looked like an aggregate
        }
        content.closed(name, place());
      }
    } else if (text.isEmpty()) {
      open.push(tag);
      content.opened(tag);
      if (open.size() > DEPTH_MAX) {
        throw BankFileError.NOT_READABLE.refusing(place(), "its elements are too deep");
      }
    } else {
      content.value(open, tag, unescaped(text), place());
    }
  }

  /** The next tag's name without attributes; null at the end of the file. */
  private @Nullable String tag() throws IOException {
    StringBuilder tag = new StringBuilder();
    int c = read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '>') {
      if (tag.length() < TAG_MAX) {
        tag.append((char) c);
      }
      c = read();
    }
    if (c < 0) {
      throw BankFileError.TRUNCATED.refusing(place(), "closing tags");
    }
    String name = tag.toString().strip();
    boolean empty = name.endsWith("/") && name.length() > 1;
    String plain = empty ? name.substring(0, name.length() - 1) : name;
    int blank = plain.indexOf(' ');
    return (blank < 0 ? plain : plain.substring(0, blank)).toUpperCase(Locale.ROOT);
  }

  /** The text up to the next tag, whose bracket is read too. */
  private String text() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = read();
    while (c >= 0 && c != '<') {
      text.append((char) c);
      if (text.length() > TEXT_MAX) {
        throw BankFileError.TOO_LONG.refusing(place(), "A value", TEXT_MAX);
      }
      c = read();
    }
    return text.toString();
  }

  private int read() throws IOException {
    int c = reader.read();
    if (c == '\n') {
      line++;
    }
    return c;
  }

  private String place() {
    return "line " + line;
  }

  private static String unescaped(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&nbsp;", " ")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&");
  }
}
