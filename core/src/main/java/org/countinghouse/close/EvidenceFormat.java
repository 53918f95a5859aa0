package org.countinghouse.close;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.TieOut;
import org.jspecify.annotations.Nullable;

/** How evidence is kept: as JSON of exactly its components. */
final class EvidenceFormat {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private EvidenceFormat() {}

  static String write(Readiness readiness) {
    try {
      return JSON.writeValueAsString(readiness);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("evidence can always be written", e);
    }
  }

  static Readiness read(String evidence) {
    try {
      Stored stored = JSON.readValue(evidence, Stored.class);
      return new Readiness(
          stored.openItems() == null ? List.of() : stored.openItems(),
          stored.tieOuts() == null ? List.of() : stored.tieOuts(),
          stored.figures() == null ? Map.of() : stored.figures());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("evidence is not readable: " + evidence, e);
    }
  }

  private record Stored(
      @Nullable List<OpenItem> openItems,
      @Nullable List<TieOut> tieOuts,
      @Nullable Map<String, String> figures) {}
}
