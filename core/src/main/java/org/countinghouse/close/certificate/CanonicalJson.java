package org.countinghouse.close.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * JSON with exactly one way to write it, so that a signature survives reformatting: the JSON
 * Canonicalization Scheme (RFC 8785) for text, whole numbers, booleans, null, arrays and objects.
 * Fractions are refused; amounts are text here, because a fraction has more than one spelling.
 */
final class CanonicalJson {

  private static final ObjectMapper STRINGS = new ObjectMapper();

  private CanonicalJson() {}

  /** The one spelling, as UTF-8. */
  static byte[] bytes(JsonNode node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      writeObject(node, out);
    } else if (node.isArray()) {
      writeArray(node, out);
    } else if (node.isTextual()) {
      out.append(quoted(node.textValue()));
    } else if (node.isIntegralNumber() || node.isBoolean() || node.isNull()) {
      out.append(node.asText());
    } else {
      throw new IllegalArgumentException("no canonical form: " + node);
    }
  }

  private static void writeObject(JsonNode node, StringBuilder out) {
    // String's order is that of UTF-16 code units, as the scheme demands
    TreeMap<String, JsonNode> fields = new TreeMap<>();
    node.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
    char separator = '{';
    for (var field : fields.entrySet()) {
      out.append(separator).append(quoted(field.getKey())).append(':');
      write(field.getValue(), out);
      separator = ',';
    }
    out.append(fields.isEmpty() ? "{}" : "}");
  }

  private static void writeArray(JsonNode node, StringBuilder out) {
    out.append('[');
    for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
      write(items.next(), out);
      if (items.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private static String quoted(String text) {
    try {
      return STRINGS.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON text", e);
    }
  }
}
