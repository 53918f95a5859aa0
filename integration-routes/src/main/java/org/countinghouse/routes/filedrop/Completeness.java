package org.countinghouse.routes.filedrop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a file looks written to its end. A writer that pauses longer than the quiet time cannot
 * be told from one that is done, except by the format: XML ends with a tag, a PDF with its trailer,
 * a table with a line end. Other formats count as complete.
 */
final class Completeness {

  private static final int LOOK = 1024;
  private static final Pattern START_TAG = Pattern.compile("<([A-Za-z_][A-Za-z0-9_:.-]*)");

  private Completeness() {}

  static boolean seemsComplete(Path file, long size) throws IOException {
    if (size == 0) {
      return false; // made, not yet written; taken as empty once its time is over
    }
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      String head = read(channel, 0);
      String tail = read(channel, Math.max(0, size - LOOK));
      if (head.contains("%PDF-")) {
        return tail.contains("%%EOF");
      }
      if (head.replaceFirst("^[\\u00EF\\u00BB\\u00BF\\u00FE\\u00FF\\s]+", "").startsWith("<")) {
        return endsWithRootTag(head, tail);
      }
      return !isTable(file) || tail.endsWith("\n") || tail.endsWith("\r");
    }
  }

  private static boolean isTable(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".txt");
  }

  /** The root's end tag, and nothing but comments, instructions and space after it. */
  private static boolean endsWithRootTag(String head, String tail) {
    Matcher root = START_TAG.matcher(head.replaceAll("(?s)<!--.*?(-->|$)", ""));
    String end = tail.replaceAll("(?s)<!--.*?-->|<\\?.*?\\?>", "").stripTrailing();
    return root.find()
        ? end.endsWith("/>") || end.endsWith("</" + root.group(1) + ">")
        : end.endsWith(">");
  }

  /** Latin letters only matter here; UTF-16 becomes readable by leaving its zero bytes out. */
  private static String read(SeekableByteChannel channel, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LOOK);
    channel.position(from);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // until full or at the end
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1)
        .replace("\u0000", "");
  }
}
