package org.countinghouse.routes.fxrates.ecbxml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.countinghouse.currency.CurrencyError;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.fxrates.EcbIntake;
import org.countinghouse.routes.fxrates.EcbRates;
import org.countinghouse.routes.xml.SafeXml;
import org.countinghouse.routes.xml.UnsafeXmlException;
import org.countinghouse.routes.xml.XmlNode;
import org.springframework.stereotype.Component;

/**
 * The ECB's XML ({@code eurofxref-daily.xml}, {@code eurofxref-hist-90d.xml}, {@code
 * eurofxref-hist.xml}): an outer {@code Cube}, in it one per day, in those one per currency.
 */
@Component
class EcbXmlHandler implements DocumentHandler<EcbRates.Content> {

  private static final int HEAD_BYTES = 2048;
  private static final String CUBE = "Cube";
  private static final String NAMESPACE = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref";

  private final EcbIntake intake;

  EcbXmlHandler(EcbIntake intake) {
    this.intake = intake;
  }

  @Override
  public String channel() {
    return EcbIntake.CHANNEL;
  }

  /** Any XML: what is none of the ECB's is refused with the reason, not as unknown. */
  @Override
  public boolean recognizes(IncomingDocument document) {
    return new String(document.head(HEAD_BYTES), ISO_8859_1).stripLeading().contains("<?xml")
        || document.name().toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  @Override
  public Reading<EcbRates.Content> read(IncomingDocument document) {
    var rates = new EcbRates();
    try {
      XmlNode root = XmlNode.rootOf(SafeXml.parse(document.bytes()));
      for (XmlNode day : root.all(CUBE, CUBE)) {
        if (day.namespace().equals(NAMESPACE)) {
          readDay(day, rates);
        }
      }
      return rates.reading();
    } catch (UnsafeXmlException e) {
      return Reading.refused(CurrencyError.FILE_XML.at(e.place(), e.reason()));
    }
  }

  @Override
  public Outcome apply(IncomingDocument document, EcbRates.Content content) {
    return intake.keep(document, content);
  }

  private static void readDay(XmlNode day, EcbRates rates) {
    String written = day.attribute("time");
    Optional<LocalDate> date = date(written);
    if (date.isEmpty()) {
      rates.found(CurrencyError.FILE_DAY.at(day.path(), written));
      return;
    }
    for (XmlNode cell : day.all(CUBE)) {
      String place = written + " " + cell.attribute("currency");
      rates
          .currency(cell.attribute("currency"), place)
          .ifPresent(currency -> rates.add(currency, date.get(), cell.attribute("rate"), place));
    }
  }

  private static Optional<LocalDate> date(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
