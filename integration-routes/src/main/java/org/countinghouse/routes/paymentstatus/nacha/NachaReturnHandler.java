package org.countinghouse.routes.paymentstatus.nacha;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.countinghouse.bankfiles.StatusReport;
import org.countinghouse.bankfiles.StatusReports;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.paymentstatus.StatusIntake;
import org.countinghouse.routes.paymentstatus.StatusReading;
import org.springframework.stereotype.Component;

/** ACH files of the channel: money that came back, and accounts to correct. */
@Component
class NachaReturnHandler implements DocumentHandler<List<StatusReport>> {

  private static final int HEAD_BYTES = 94;

  private final StatusIntake intake;

  NachaReturnHandler(StatusIntake intake) {
    this.intake = intake;
  }

  @Override
  public String channel() {
    return StatusIntake.CHANNEL;
  }

  /** A file header: 101, blank or zero, a routing number; or the ending of its name. */
  @Override
  public boolean recognizes(IncomingDocument document) {
    return new String(document.head(HEAD_BYTES), ISO_8859_1).matches("(?s)101[ 0-9]{10}.*")
        || document.name().toLowerCase(Locale.ROOT).endsWith(".ach");
  }

  @Override
  public Reading<List<StatusReport>> read(IncomingDocument document) {
    return StatusReading.of(
        () -> {
          try (InputStream in = document.open()) {
            return List.of(StatusReports.readNacha(in));
          }
        });
  }

  @Override
  public Outcome apply(IncomingDocument document, List<StatusReport> reports) {
    return intake.take(document, reports);
  }
}
