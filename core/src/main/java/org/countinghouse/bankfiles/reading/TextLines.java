package org.countinghouse.bankfiles.reading;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.countinghouse.bankfiles.BankFileError;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file, of whatever line ends, without holding more than one. Banks' text
 * formats declare no charset: a line that is UTF-8 is read so, any other as Windows 1252, which
 * together with ASCII is all that is met.
 */
final class TextLines {

  private static final int LINE_MAX = 200_000;
  private static final int BUFFER = 1 << 16;
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(200);
  private int number;
  private int peeked = NOTHING;

  private static final int NOTHING = -2;
  private static final int END = -1;

  TextLines(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /** The next line without its end; null after the last. */
  @Nullable String next() throws IOException {
    line.reset();
    int read = read();
    if (read == END) {
      return null;
    }
    number++;
    boolean ascii = true;
    while (read != '\n' && read != '\r' && read != END) {
      if (read == 0) {
        throw BankFileError.NOT_READABLE.refusing(place(), "it has bytes that are no text");
      }
      ascii &= read < 0x80;
      line.write(read);
      if (line.size() > LINE_MAX) {
        throw BankFileError.TOO_LONG.refusing(place(), "The line", LINE_MAX);
      }
      read = read();
    }
    if (read == '\r') {
      int after = read();
      peeked = after == '\n' ? NOTHING : after;
    }
    return decoded(ascii);
  }

  /** Where the last line was. */
  String place() {
    return "line " + number;
  }

  private int read() throws IOException {
    if (peeked != NOTHING) {
      int given = peeked;
      peeked = NOTHING;
      return given;
    }
    return in.read();
  }

  private String decoded(boolean ascii) {
    if (ascii) {
      return line.toString(StandardCharsets.ISO_8859_1);
    }
    byte[] bytes = line.toByteArray();
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, FALLBACK);
    }
  }
}
