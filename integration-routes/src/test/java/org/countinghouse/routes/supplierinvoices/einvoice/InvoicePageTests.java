package org.countinghouse.routes.supplierinvoices.einvoice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class InvoicePageTests {

  private final EInvoiceView view = new EInvoiceView(new EInvoiceReader(SharedRules.RULES));
  private final byte[] invoice = EInvoiceReaderTests.bytes("A-10-invoice-full-match.xml");

  @Test
  void speaksTheReadersLanguageAndWritesHisNumbers() {
    assertThat(view.html(invoice, Locale.GERMANY).orElseThrow())
        .contains("Rechnung 881401", "Zu zahlen 1.095,25 EUR", "23.04.2026", "Fällig");
    assertThat(view.html(invoice, Locale.UK).orElseThrow())
        .contains(
            "Invoice 881401", "To pay 1,095.25 EUR", "Palokka Paper Oy", "Copy paper A4 80 g");
  }

  @Test
  void escapesEverythingTheSenderWrote() {
    String hostile =
        new String(invoice, UTF_8)
            .replace("Envelope C5", "&lt;script&gt;alert('x')&lt;/script&gt;");

    assertThat(view.html(hostile.getBytes(UTF_8), Locale.UK).orElseThrow())
        .contains("&lt;script&gt;alert(&#39;x&#39;)")
        .doesNotContain("<script");
  }

  @Test
  void leavesOtherDocumentsToOthers() {
    assertThat(view.html("a letter".getBytes(UTF_8), Locale.UK)).isEmpty();
  }
}
