package org.countinghouse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.ids.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The smallest format there can be: {@code note: text}. Its effect is a stored document. */
@Component
class NoteHandler implements DocumentHandler<String> {

  private static final String MARK = "note:";

  private final JdbcTemplate jdbc;
  private volatile String breaking = "break";

  NoteHandler(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Fails, as if by our fault, on notes that say this. */
  void breakOn(String text) {
    breaking = text;
  }

  List<String> written(UUID organization) {
    return jdbc.queryForList(
        "select name from shared.documents where organization_id = ? and media_type = 'test/note'",
        String.class,
        organization);
  }

  @Override
  public String channel() {
    return "notes";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return new String(document.head(MARK.length()), UTF_8).equals(MARK);
  }

  @Override
  public Reading<String> read(IncomingDocument document) {
    List<String> lines = new String(document.bytes(), UTF_8).lines().toList();
    List<Finding> errors = new ArrayList<>();
    for (int line = 1; line <= lines.size(); line++) {
      if (lines.get(line - 1).length() <= MARK.length()) {
        errors.add(new Finding("test.no-text", "line " + line, "Write something."));
      }
    }
    if (!errors.isEmpty()) {
      return Reading.refused("", errors, List.of());
    }
    String text = lines.get(0).substring(MARK.length()).strip();
    List<Finding> warnings =
        text.equals(text.toUpperCase(java.util.Locale.ROOT))
            ? List.of(new Finding("test.shouting", "line 1", "No need to shout."))
            : List.of();
    return Reading.of(text, "a note that says " + text, warnings);
  }

  @Override
  public Outcome apply(IncomingDocument document, String text) {
    UUID id = Ids.next();
    jdbc.update(
        "insert into shared.documents (id, organization_id, sha256, name, media_type, size,"
            + " created_at) values (?, ?, repeat('0', 64), ?, 'test/note', 0, now())",
        id,
        document.organizationId(),
        text);
    if (text.equals(breaking)) {
      throw new IllegalStateException("the disk is on fire");
    }
    if (text.equals("refuse me")) {
      throw ExchangeError.STATE_UNKNOWN.with(text);
    }
    var link = new Link("test.note", id, text);
    return text.equals("later") ? Outcome.inProgress(link) : Outcome.accepted(link);
  }
}
