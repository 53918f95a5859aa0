package org.countinghouse.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countinghouse.access.Actor;
import org.countinghouse.matching.Limit;
import org.countinghouse.matching.ToleranceBook;
import org.countinghouse.matching.Tolerances;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Discounts;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderFilter;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How exactly invoices must match in the demo, what suppliers grant for paying early, and invoices
 * to try it with.
 */
@Component
@Profile("demo")
class DemoMatching {

  private static final BigDecimal GERMAN_RATE = new BigDecimal("19");

  private static final Tolerances TOLERANCES =
      new Tolerances(
          new Limit(new BigDecimal("1"), new BigDecimal("50")),
          Limit.NONE,
          new BigDecimal("25"),
          new BigDecimal("0.02"));

  private final ToleranceBook book;
  private final Discounts discounts;
  private final Suppliers suppliers;
  private final PurchaseOrders orders;
  private final Path folder;
  private final Clock clock;

  DemoMatching(
      ToleranceBook book,
      Discounts discounts,
      Suppliers suppliers,
      PurchaseOrders orders,
      @Value("${countinghouse.data-directory}/demo") Path folder,
      Clock clock) {
    this.book = book;
    this.discounts = discounts;
    this.suppliers = suppliers;
    this.orders = orders;
    this.folder = folder;
    this.clock = clock;
  }

  void setUp(Organization company, Actor by) {
    book.set(company.id(), null, TOLERANCES, by);
    suppliers.list(company.id(), null).stream()
        .findFirst()
        .ifPresent(
            supplier ->
                discounts.agree(
                    supplier.id(), List.of(new Discounts.Term(10, new BigDecimal("2"))), by));
  }

  /** For each order that is with its supplier an invoice that matches, and one that is dearer. */
  void writeInvoices(Organization german) {
    LocalDate today = LocalDate.now(clock.withZone(german.zone()));
    try {
      Files.createDirectories(folder);
      for (PurchaseOrder order :
          orders.list(
              new OrderFilter(
                  german.id(), Set.of(PurchaseOrder.State.ISSUED), null, null, null, 50, 0))) {
        Optional<DemoInvoice> invoices = of(german, order);
        if (invoices.isPresent()) {
          write(order, "invoice", invoices.get(), today, BigDecimal.ZERO);
          write(order, "invoice-dearer", invoices.get(), today, BigDecimal.ONE);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's files could not be written to " + folder, e);
    }
  }

  private Optional<DemoInvoice> of(Organization german, PurchaseOrder order) {
    Supplier supplier = suppliers.require(order.supplierId());
    return DemoSuppliers.of(german.country()).stream()
        .filter(seed -> seed.party().name().equals(supplier.name()))
        .findFirst()
        .map(
            seed ->
                new DemoInvoice(
                    seed, german.name(), german.country(), order.currency(), GERMAN_RATE));
  }

  private void write(
      PurchaseOrder order, String name, DemoInvoice invoices, LocalDate day, BigDecimal dearer)
      throws IOException {
    String number =
        "R-" + order.number() + (dearer.signum() == 0 ? "" : "-" + dearer.toPlainString());
    Files.writeString(
        folder.resolve(order.number() + "-" + name + ".xml"),
        invoices.xml(order, number, day, dearer));
  }
}
