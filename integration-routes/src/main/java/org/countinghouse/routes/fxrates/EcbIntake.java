package org.countinghouse.routes.fxrates;

import org.countinghouse.access.Actor;
import org.countinghouse.currency.RateBook;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.springframework.stereotype.Component;

/** Enters the rates of an ECB file; the file of tomorrow repeats most of today's. */
@Component
public class EcbIntake {

  /** The channel of exchange rates: also the drop folder's name. */
  public static final String CHANNEL = "fx-rates";

  private final RateBook book;

  EcbIntake(RateBook book) {
    this.book = book;
  }

  /**
   * Keeps what is new.
   *
   * @throws org.countinghouse.errors.BusinessException as {@link RateBook#record}
   */
  public Outcome keep(IncomingDocument document, EcbRates.Content content) {
    RateBook.Recorded recorded =
        book.record(
            document.organizationId(),
            content.quotes(),
            EcbRates.SOURCE,
            document.documentId(),
            Actor.system("inbox"));
    return Outcome.accepted()
        .describedAs(
            "%s; %d new, %d known".formatted(content.summary(), recorded.added(), recorded.known()))
        .warning(recorded.warnings());
  }
}
