package org.countinghouse.routes.fxrates.ecbcsv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.fxrates.EcbIntake;
import org.countinghouse.routes.fxrates.EcbRates;
import org.springframework.stereotype.Component;

/** The ECB's CSV ({@code eurofxref-hist.csv}, {@code eurofxref.csv}), out of its ZIP. */
@Component
class EcbCsvHandler implements DocumentHandler<EcbRates.Content> {

  private static final int HEAD_BYTES = 256;

  private final EcbIntake intake;

  EcbCsvHandler(EcbIntake intake) {
    this.intake = intake;
  }

  @Override
  public String channel() {
    return EcbIntake.CHANNEL;
  }

  /** Text that is no XML; whether it is the ECB's is for the reading to say. */
  @Override
  public boolean recognizes(IncomingDocument document) {
    String head = new String(document.head(HEAD_BYTES), ISO_8859_1);
    return !head.stripLeading().startsWith("<")
        && head.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
  }

  @Override
  public Reading<EcbRates.Content> read(IncomingDocument document) {
    return new EcbCsv(new String(document.bytes(), ISO_8859_1)).read();
  }

  @Override
  public Outcome apply(IncomingDocument document, EcbRates.Content content) {
    return intake.keep(document, content);
  }
}
