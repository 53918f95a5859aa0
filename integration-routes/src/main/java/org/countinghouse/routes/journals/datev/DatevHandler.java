package org.countinghouse.routes.journals.datev;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.journals.Booking;
import org.countinghouse.routes.journals.Bookings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A DATEV booking batch: each line one journal of two accounts. */
@Component
@Order(10)
class DatevHandler implements DocumentHandler<List<Booking>> {

  private static final String SOURCE = "journals:DATEV";
  private static final int HEAD_BYTES = 16;

  private final Bookings bookings;

  DatevHandler(Bookings bookings) {
    this.bookings = bookings;
  }

  @Override
  public String channel() {
    return "journals";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    String head = new String(document.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    return head.contains("EXTF") || head.contains("DTVF");
  }

  @Override
  public Reading<List<Booking>> read(IncomingDocument document) {
    List<Finding> findings = new ArrayList<>();
    DatevBatch batch = DatevBatch.read(document.bytes(), findings);
    String summary =
        "DATEV booking batch %s, %d bookings".formatted(batch.name(), batch.bookings().size());
    return findings.isEmpty()
        ? Reading.of(batch.bookings(), summary, List.of())
        : Reading.refused(summary, findings, List.of());
  }

  @Override
  public Outcome apply(IncomingDocument document, List<Booking> content) {
    return bookings.post(document.organizationId(), SOURCE, content);
  }
}
