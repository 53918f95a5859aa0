package org.countinghouse.reporting.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.Ratio;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.Sum;
import org.jspecify.annotations.Nullable;

/**
 * A table as JSON: amounts as text beside their currency, so that no reader rounds them. A row that
 * is no plain fact says so in {@code row}: its kind, its level, where its cells lead, and the
 * stable keys of what stands there in words.
 */
public final class JsonRenderer implements RowWriter {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final ReportTable frame;
  private final JsonGenerator json;
  private final Map<Integer, Money> totals = new TreeMap<>();

  /** Writes all that stands before the rows. */
  public JsonRenderer(ReportTable frame, OutputStream out) throws IOException {
    this.frame = frame;
    this.json = FACTORY.createGenerator(out);
    for (int i = 0; i < frame.columns().size(); i++) {
      if (frame.columns().get(i).totalled()) {
        totals.put(i, Money.zero(frame.scope().currency()));
      }
    }
    begin();
  }

  /** Writes the table and leaves the stream open. */
  public static void write(ReportTable table, OutputStream out) throws IOException {
    JsonRenderer renderer = new JsonRenderer(table, out);
    for (Row row : table.rows()) {
      renderer.row(row);
    }
    renderer.end(table.contentHash());
  }

  private void begin() throws IOException {
    json.writeStartObject();
    json.writeStringField("report", frame.report());
    json.writeStringField("title", frame.title());
    json.writeStringField("organization", frame.scope().code());
    json.writeStringField("currency", frame.scope().currency().getCurrencyCode());
    for (var parameter : frame.parameters().entrySet()) {
      json.writeStringField(parameter.getKey(), parameter.getValue().toString());
    }
    json.writeStringField("generatedAt", frame.generatedAt().toString());
    writeNotes();
    json.writeArrayFieldStart("rows");
  }

  private void writeNotes() throws IOException {
    json.writeArrayFieldStart("notes");
    for (Note note : frame.notes()) {
      json.writeStartObject();
      json.writeStringField("severity", note.severity().name().toLowerCase(Locale.ROOT));
      json.writeStringField("code", note.code());
      json.writeStringField("text", note.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void row(Row row) throws IOException {
    json.writeStartObject();
    boolean marked = !row.isPlain();
    for (int i = 0; i < row.size(); i++) {
      writeCell(frame.columns().get(i).key(), row.get(i));
      marked |= row.get(i) instanceof Link || row.get(i) instanceof Label;
    }
    if (marked) {
      writePlace(row);
    }
    json.writeEndObject();
    totals.replaceAll((column, sum) -> plus(sum, ReportTable.amount(row.get(column))));
  }

  private static Money plus(Money sum, @Nullable Money amount) {
    return amount == null ? sum : sum.plus(amount);
  }

  private void writePlace(Row row) throws IOException {
    json.writeObjectFieldStart("row");
    json.writeStringField("kind", row.kind().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("level", row.level());
    writeByColumn("links", row, cell -> cell instanceof Link link ? link.href() : null);
    writeByColumn("labels", row, cell -> cell instanceof Label label ? label.key() : null);
    json.writeEndObject();
  }

  private void writeByColumn(
      String field, Row row, Function<@Nullable Object, @Nullable String> property)
      throws IOException {
    boolean begun = false;
    for (int i = 0; i < row.size(); i++) {
      String value = property.apply(row.get(i));
      if (value != null) {
        if (!begun) {
          json.writeObjectFieldStart(field);
          begun = true;
        }
        json.writeStringField(frame.columns().get(i).key(), value);
      }
    }
    if (begun) {
      json.writeEndObject();
    }
  }

  @Override
  public void end(String contentHash) throws IOException {
    json.writeEndArray();
    json.writeObjectFieldStart("totals");
    for (var total : totals.entrySet()) {
      writeCell(frame.columns().get(total.getKey()).key(), total.getValue());
    }
    json.writeEndObject();
    json.writeStringField("contentHash", contentHash);
    json.writeEndObject();
    json.flush();
  }

  private void writeCell(String key, @Nullable Object cell) throws IOException {
    if (cell == null) {
      json.writeNullField(key);
    } else if (cell instanceof Money money) {
      json.writeObjectFieldStart(key);
      json.writeStringField("amount", money.amount().toPlainString());
      json.writeStringField("currency", money.currency().getCurrencyCode());
      json.writeEndObject();
    } else if (cell instanceof Sum sum) {
      writeCell(key, sum.value());
    } else if (cell instanceof Long count) {
      json.writeNumberField(key, count);
    } else if (cell instanceof Ratio ratio) {
      json.writeStringField(key, ratio.value().toPlainString());
    } else {
      json.writeStringField(key, ReportTable.plain(cell));
    }
  }
}
