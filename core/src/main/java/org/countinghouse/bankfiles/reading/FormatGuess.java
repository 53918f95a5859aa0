package org.countinghouse.bankfiles.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.StatementFormat;

/** Tells formats by their first bytes. */
public final class FormatGuess {

  private static final Pattern SWIFT =
      Pattern.compile("(?s).*(^|\\n)(\\{4:\\s*)?:(20|25|28C?|60[FM]|61|62[FM]|86):.*");
  private static final Pattern BAI2 = Pattern.compile("(?s)\\s*0[01],.*");
  private static final Pattern SEPARATED = Pattern.compile("(?s)[^\\n]*[;,\\t|].*");

  private FormatGuess() {}

  /** The format of a file with this beginning and name. */
  public static Optional<StatementFormat> of(byte[] head, String name) {
    String text = new String(head, StandardCharsets.ISO_8859_1).replace("\u0000", "");
    String upper = text.toUpperCase(Locale.ROOT);
    String ending = name.toLowerCase(Locale.ROOT);
    if (upper.contains("OFXHEADER") || upper.contains("<OFX>")) {
      return Optional.of(StatementFormat.OFX);
    }
    if (text.stripLeading().startsWith("<") || text.contains("<?xml") || ending.endsWith(".xml")) {
      // any other XML is refused with the reason, not as unknown
      return Optional.of(StatementFormat.CAMT);
    }
    if (BAI2.matcher(text).matches()) {
      return Optional.of(StatementFormat.BAI2);
    }
    if (SWIFT.matcher(text).matches()) {
      return Optional.of(StatementFormat.MT940);
    }
    boolean binary = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    boolean table = ending.endsWith(".csv") || SEPARATED.matcher(text).matches();
    return table && !binary ? Optional.of(StatementFormat.CSV) : Optional.empty();
  }
}
