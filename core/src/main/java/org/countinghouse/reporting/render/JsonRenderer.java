package org.countinghouse.reporting.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.ReportTable;

/** A table as JSON: amounts as text beside their currency, so that no reader rounds them. */
public final class JsonRenderer {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private JsonRenderer() {}

  /** Writes the table and leaves the stream open. */
  public static void write(ReportTable table, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("report", table.report());
      json.writeStringField("title", table.title());
      json.writeStringField("organization", table.organization().code());
      for (var parameter : table.parameters().entrySet()) {
        json.writeStringField(parameter.getKey(), parameter.getValue().toString());
      }
      json.writeStringField("generatedAt", table.generatedAt().toString());
      json.writeStringField("contentHash", table.contentHash());
      writeRows(table, json);
      writeTotals(table, json);
      json.writeEndObject();
    }
  }

  private static void writeRows(ReportTable table, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rows");
    for (List<Object> row : table.rows()) {
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        writeCell(json, table.columns().get(i).key(), row.get(i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTotals(ReportTable table, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("totals");
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (column.totalled()) {
        writeCell(json, column.key(), table.total(i));
      }
    }
    json.writeEndObject();
  }

  private static void writeCell(JsonGenerator json, String key, Object cell) throws IOException {
    if (cell instanceof Money money) {
      json.writeObjectFieldStart(key);
      json.writeStringField("amount", money.amount().toPlainString());
      json.writeStringField("currency", money.currency().getCurrencyCode());
      json.writeEndObject();
    } else if (cell instanceof Long count) {
      json.writeNumberField(key, count);
    } else {
      json.writeStringField(key, cell.toString());
    }
  }
}
