package org.countinghouse.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organization;
import org.countinghouse.procurement.OrderFilter;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Counted;
import org.countinghouse.procurement.receipts.NewReceipt;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.Receipts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What came of the demo's orders: half of the paper, too much of the tape (a buyer has to decide),
 * and of every other order nothing yet; with a file of counts for each to be dropped.
 */
@Component
@Profile("demo")
class DemoReceipts {

  private static final Actor WAREHOUSE = Actor.of("warehouse");

  private final PurchaseOrders orders;
  private final Receipts receipts;
  private final Path folder;
  private final Clock clock;

  DemoReceipts(
      PurchaseOrders orders,
      Receipts receipts,
      @Value("${countinghouse.data-directory}/demo") Path folder,
      Clock clock) {
    this.orders = orders;
    this.receipts = receipts;
    this.folder = folder;
    this.clock = clock;
  }

  void receive(Organization company) {
    LocalDate today = LocalDate.now(clock.withZone(company.zone()));
    var issued =
        new OrderFilter(company.id(), Set.of(PurchaseOrder.State.ISSUED), null, null, null, 50, 0);
    for (PurchaseOrder order : orders.list(issued)) {
      OrderLine first = order.lines().get(0);
      if (first.name().startsWith("Copy paper")) {
        record(order, first, first.quantity().divideToIntegralValue(BigDecimal.valueOf(2)), today);
      } else if (first.name().startsWith("Packing tape")) {
        record(order, first, first.quantity().add(BigDecimal.TEN), today);
      }
      writeCounts(orders.require(order.id()));
    }
  }

  private void record(PurchaseOrder order, OrderLine line, BigDecimal quantity, LocalDate today) {
    receipts.record(
        new NewReceipt(
            order.id(),
            today,
            "L-" + order.number(),
            Receipt.Source.PERSON,
            null,
            List.of(new Counted(line.id(), quantity, null))),
        WAREHOUSE);
  }

  /** What is outstanding, as the warehouse's scanner would hand it over. */
  private void writeCounts(PurchaseOrder order) {
    var counts = new StringBuilder("order,line,quantity,unit,delivery_note\n");
    order.lines().stream()
        .filter(line -> line.quantityOutstanding().signum() > 0)
        .forEach(
            line ->
                counts.append(
                    "%s,%d,%s,%s,L2-%s\n"
                        .formatted(
                            order.number(),
                            line.position(),
                            line.quantityOutstanding().toPlainString(),
                            line.unit(),
                            order.number())));
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(order.number() + "-counts.csv"), counts);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's files could not be written to " + folder, e);
    }
  }
}
