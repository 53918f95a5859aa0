package org.countinghouse.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.countinghouse.organizations.Organization;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Files to try the drop folders with, written beside them on the first start. */
@Component
@Profile("demo")
class DemoFiles {

  private static final BigDecimal GERMAN_RATE = new BigDecimal("19");

  private final Path folder;
  private final Clock clock;

  DemoFiles(@Value("${countinghouse.data-directory}/demo") Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Good invoices of a known supplier to the German company, and one whose total is wrong. */
  void write(Organization german) {
    LocalDate today = LocalDate.now(clock.withZone(german.zone()));
    var supplier = DemoSuppliers.of(german.country()).get(0);
    var invoices =
        new DemoInvoice(
            supplier, german.name(), german.country(), german.baseCurrency(), GERMAN_RATE);
    String good = invoices.xml(1, today);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("elbe-papier-1.xml"), good);
      Files.writeString(folder.resolve("elbe-papier-2.xml"), invoices.xml(2, today));
      Files.writeString(
          folder.resolve("elbe-papier-wrong-total.xml"),
          invoices.xml(3, today).replaceFirst("(<cbc:TaxInclusiveAmount[^>]*>)", "$11"));
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's files could not be written to " + folder, e);
    }
  }
}
