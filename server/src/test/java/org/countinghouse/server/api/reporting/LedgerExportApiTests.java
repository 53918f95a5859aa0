package org.countinghouse.server.api.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class LedgerExportApiTests {

  private static final String PATH = "/api/reporting/ledger-export?organization=HBDE";

  @LocalServerPort int port;

  @Test
  void auditorDownloadsTheWholeLedgerForHledger() {
    HttpResponse<String> file = Browser.of(port, "auditor").get(PATH + "&format=hledger");

    assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .contains("ledger-HBDE-")
        .contains(".journal");
    assertThat(file.body()).startsWith("; Ledger of Harbour Handel GmbH (HBDE)");
  }

  @Test
  void strangersGetNothingAndStrangeFormatsAreExplained() {
    assertThat(Browser.of(port, "requester").get(PATH).statusCode()).isEqualTo(403);
    HttpResponse<String> refused = Browser.of(port, "auditor").get(PATH + "&format=docx");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("beancount, csv, hledger");
  }
}
