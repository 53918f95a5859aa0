package org.countinghouse.server.procuretopay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countinghouse.server.testing.Desk;
import org.countinghouse.server.testing.ServerProcess;

/** Buyers, approvers and the warehouse of the German company, and what its supplier sends. */
final class OrderDesk {

  private static final String ORGANIZATION = "HBDE";
  private static final String HERE = "?organization=" + ORGANIZATION;
  private static final String SUPPLIER = "Elbe Papier GmbH";
  private static final int DECISIONS_AT_ONCE = 100;

  /** What is ordered, one after the other: how many at which price. */
  private static final List<Article> ARTICLES =
      List.of(
          new Article("Copy paper A4, 500 sheets", "40", "4.29"),
          new Article("Ring binder, 80 mm", "25", "2.75"),
          new Article("Shipping carton 40 x 30 x 20", "120", "1.15"),
          new Article("Toner cartridge, black", "3", "89.90"));

  private record Article(String name, String quantity, String price) {}

  private final Desk desk;
  private final ServerProcess server;

  OrderDesk(ServerProcess server) {
    this.desk = new Desk(server);
    this.server = server;
  }

  /** A buyer orders this many times, each order to be approved. */
  List<SupplierInvoice> order(int count) {
    String supplier = supplier();
    List<SupplierInvoice> ordered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Article article = ARTICLES.get(i % ARTICLES.size());
      Map<String, Object> line =
          Map.of(
              "name",
              article.name(),
              "category",
              "OFFICE",
              "quantity",
              new BigDecimal(article.quantity()),
              "unit",
              "H87",
              "unitPrice",
              new BigDecimal(article.price()),
              "costCentre",
              "CC100");
      JsonNode draft =
          desk.post(
              "buyer",
              "/api/procurement/orders" + HERE,
              Map.of("supplierId", supplier, "lines", List.of(line)));
      desk.post(
          "buyer",
          "/api/procurement/order-versions/" + draft.get("id").asText() + "/submissions",
          "");
      JsonNode order =
          desk.get("buyer", "/api/procurement/orders/" + draft.get("orderId").asText());
      ordered.add(
          new SupplierInvoice(
              "EP-%06d".formatted(i + 1),
              order.get("number").asText(),
              order.at("/lines/0/position").asText(),
              article.name(),
              new BigDecimal(article.quantity()),
              new BigDecimal(article.price())));
    }
    return ordered;
  }

  private String supplier() {
    for (JsonNode each :
        desk.get("buyer", "/api/procurement/orders/options" + HERE).get("suppliers")) {
      if (each.get("name").asText().equals(SUPPLIER)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("the demo has no supplier " + SUPPLIER);
  }

  /** Approves every order of these, a hundred at a time. */
  void approve(List<SupplierInvoice> orders) {
    Set<String> open = new HashSet<>();
    orders.forEach(order -> open.add(order.order()));
    while (!open.isEmpty()) {
      List<Map<String, String>> decisions = new ArrayList<>();
      for (JsonNode asked : desk.get("department-head", "/api/approvals/waiting")) {
        if (decisions.size() < DECISIONS_AT_ONCE && open.remove(asked.get("reference").asText())) {
          decisions.add(
              Map.of(
                  "requestId", asked.get("id").asText(),
                  "decision", "APPROVE",
                  "contentHash", asked.get("contentHash").asText()));
        }
      }
      if (decisions.isEmpty()) {
        throw new AssertionError("nobody asks for " + open);
      }
      for (JsonNode decided :
          desk.post(
              "department-head", "/api/approvals/decisions", Map.of("decisions", decisions))) {
        if (!decided.get("outcome").asText().equals("APPROVED")) {
          throw new AssertionError(decided.toString());
        }
      }
    }
  }

  /** The warehouse counts everything these orders brought. */
  void receive(List<SupplierInvoice> orders) {
    var csv = new StringBuilder("order,line,quantity,unit,received_on,delivery_note\n");
    for (SupplierInvoice order : orders) {
      csv.append(
          "%s,%s,%s,H87,%s,LS-%s\n"
              .formatted(
                  order.order(), order.line(), order.quantity(), LocalDate.now(), order.number()));
    }
    drop("receipts", "counted-" + orders.get(0).number() + ".csv", csv.toString());
  }

  /** The supplier's invoices come in, a file each. */
  void invoice(List<SupplierInvoice> orders) {
    for (SupplierInvoice order : orders) {
      drop("supplier-invoices", order.number() + ".xml", order.xml(LocalDate.now()));
    }
  }

  /** How many invoices of these orders are posted and due. */
  long posted() {
    return server.count(
        "select count(*) from finance.supplier_invoices where state = 'POSTED' and number like"
            + " 'EP-%'");
  }

  /** Files appear in the drop folder whole, by their renaming. */
  void drop(String channel, String name, String content) {
    Path folder = server.dropFolder(ORGANIZATION, channel);
    try {
      Files.createDirectories(folder);
      Path beside = folder.resolveSibling(name + ".part");
      Files.writeString(beside, content);
      Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
