package org.countinghouse.routes.paymentstatus.pain002;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatusReport;
import org.countinghouse.bankfiles.StatusReports;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.paymentstatus.StatusIntake;
import org.countinghouse.routes.paymentstatus.StatusReading;
import org.springframework.stereotype.Component;

/** Any XML of the channel: what is no pain.002 is refused with the reason, not as unknown. */
@Component
class Pain002Handler implements DocumentHandler<List<StatusReport>> {

  private static final int HEAD_BYTES = 2048;

  private final StatusIntake intake;

  Pain002Handler(StatusIntake intake) {
    this.intake = intake;
  }

  @Override
  public String channel() {
    return StatusIntake.CHANNEL;
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    String head = new String(document.head(HEAD_BYTES), ISO_8859_1).replace("\u0000", "");
    return head.contains("<?xml")
        || head.stripLeading().startsWith("<")
        || document.name().toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  /** Reports about direct debits are not ours: we send none. */
  @Override
  public Reading<List<StatusReport>> read(IncomingDocument document) {
    return StatusReading.of(
        () -> {
          List<StatusReport> reports;
          try (InputStream in = document.open()) {
            reports = StatusReports.readPain002(in);
          }
          for (StatusReport report : reports) {
            if (!report.isOfCreditTransfers()) {
              throw BankFileError.VALUE.refusing(
                  "OrgnlMsgNmId", report.originalMessage(), "a message that was sent (pain.001)");
            }
          }
          return reports;
        });
  }

  @Override
  public Outcome apply(IncomingDocument document, List<StatusReport> reports) {
    return intake.take(document, reports);
  }
}
