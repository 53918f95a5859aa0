package org.countinghouse.routes.orders.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.procurement.correspondence.CorrespondenceError;
import org.countinghouse.procurement.correspondence.ReceivedOrder;
import org.countinghouse.routes.orders.AgreedOrderIntake;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes over orders that another system of the house wrote as JSON. A field nobody knows is a
 * mistake, and so is a number in quotes.
 */
@Component
@Order(30)
class JsonOrderHandler implements DocumentHandler<ReceivedOrder> {

  private static final int HEAD_LENGTH = 64;

  private static final ObjectReader READER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build()
          .readerFor(JsonOrder.class);

  private final AgreedOrderIntake intake;

  JsonOrderHandler(AgreedOrderIntake intake) {
    this.intake = intake;
  }

  @Override
  public String channel() {
    return AgreedOrderIntake.CHANNEL;
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    String head = new String(document.head(HEAD_LENGTH), StandardCharsets.UTF_8);
    return head.replace("\ufeff", "").strip().startsWith("{");
  }

  @Override
  public Reading<ReceivedOrder> read(IncomingDocument document) {
    return read(document.bytes());
  }

  @Override
  public Outcome apply(IncomingDocument document, ReceivedOrder received) {
    return intake.take(document, received);
  }

  static Reading<ReceivedOrder> read(byte[] content) {
    try {
      JsonOrder order = READER.readValue(content);
      String missing = order == null ? "the order" : order.missing();
      if (missing != null) {
        return refused("", missing + " cannot be null");
      }
      ReceivedOrder received = order.received();
      return Reading.of(
          received,
          "Order %s, %d lines".formatted(received.number(), received.lines().size()),
          List.of());
    } catch (JsonMappingException e) {
      String path =
          e.getPath().stream()
              .map(
                  step ->
                      step.getFieldName() == null
                          ? "[" + step.getIndex() + "]"
                          : step.getFieldName())
              .collect(Collectors.joining("/"));
      return refused(path, e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      return refused("line " + e.getLocation().getLineNr(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading<ReceivedOrder> refused(String place, String why) {
    return Reading.refused(CorrespondenceError.JSON.at(place, why));
  }
}
