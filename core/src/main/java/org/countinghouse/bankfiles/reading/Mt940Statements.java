package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.jspecify.annotations.Nullable;

/**
 * SWIFT MT940 (statement) and MT942 (interim report), with or without SWIFT's blocks around them
 * and in the dialects of banks that meet them loosely: several {@code :86:} to an entry, blanks for
 * the entry date, a currency behind the account, no separator between statements.
 *
 * <p>A statement goes from {@code :20:} to the next one: what stands behind a closing dash still
 * belongs to it, and makes it not add up rather than vanish. Lines that belong to no field (a
 * bank's own envelope) are passed over before the first field and taken into the field elsewhere.
 *
 * @see <a href="https://www2.swift.com/knowledgecentre/publications/us9m_20230720">SWIFT Standards
 *     MT, category 9</a>
 */
public final class Mt940Statements {

  private static final Pattern FIELD = Pattern.compile(":([0-9]{2}[A-Z]?|NS):(.*)");
  private static final Pattern END = Pattern.compile("-(\\}.*|XXX)?\\s*");
  private static final Pattern BLOCKS = Pattern.compile("\\{1:.*");

  /** More lines than any field of these messages has: a file that is something else. */
  private static final int FIELD_LENGTH_MAX = 20_000;

  private final TextLines lines;
  private final StatementOptions options;
  private final StatementSink sink;
  private @Nullable Mt940Statement statement;
  private int statements;

  private Mt940Statements(InputStream in, StatementOptions options, StatementSink sink) {
    this.lines = new TextLines(in);
    this.options = options;
    this.sink = sink;
  }

  /** Reads all statements of a file. */
  public static void read(InputStream in, StatementOptions options, StatementSink sink)
      throws IOException {
    new Mt940Statements(in, options, sink).run();
  }

  private void run() throws IOException {
    String tag = null;
    StringBuilder value = new StringBuilder();
    String place = "";
    for (String line = lines.next(); line != null; line = lines.next()) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        take(tag, value, place);
        tag = field.group(1);
        value.setLength(0);
        value.append(field.group(2));
        place = lines.place();
      } else if (END.matcher(line).matches() || BLOCKS.matcher(line).matches()) {
        take(tag, value, place);
        tag = null;
      } else if (tag != null) {
        value.append('\n').append(line);
        if (value.length() > FIELD_LENGTH_MAX) {
          throw BankFileError.TOO_LONG.refusing(place, "Field :" + tag + ":", FIELD_LENGTH_MAX);
        }
      }
    }
    take(tag, value, place);
    end();
    if (statements == 0) {
      throw BankFileError.EMPTY.refusing("", "statement");
    }
  }

  private void take(@Nullable String tag, CharSequence value, String place) {
    if (tag == null) {
      return;
    }
    if (tag.equals("20")) {
      end();
    }
    if (statement == null) {
      statement = new Mt940Statement(options, sink);
      statements++;
    }
    statement.field(tag, value.toString(), place);
  }

  private void end() {
    if (statement != null) {
      statement.end();
      statement = null;
    }
  }
}
