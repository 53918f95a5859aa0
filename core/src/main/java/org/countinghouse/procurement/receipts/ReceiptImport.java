package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.tables.RowReader;
import org.countinghouse.tables.Table;
import org.countinghouse.tables.TableFiles;
import org.countinghouse.tables.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what a scanner or a warehouse program counted, from a spreadsheet (CSV or XLSX): columns
 * {@code order} and {@code quantity}, {@code line} or {@code item} (the supplier's), and where they
 * are known {@code unit}, {@code received_on}, {@code delivery_note}. A quantity below zero goes
 * back, and says so in {@code reason}. Rows of one order, delivery note, day and reason are one
 * receipt. The whole file is recorded or nothing of it.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ReceiptImport {

  private static final int ROWS_MAX = 20_000;
  private static final String REASON = "reason";

  private final PurchaseOrders orders;
  private final Receipts receipts;
  private final Returns returns;
  private final ReceiptStore store;

  ReceiptImport(PurchaseOrders orders, Receipts receipts, Returns returns, ReceiptStore store) {
    this.orders = orders;
    this.receipts = receipts;
    this.returns = returns;
    this.store = store;
  }

  /** One row, as it says. */
  public record Row(
      String place,
      String orderNumber,
      @Nullable String position,
      @Nullable String item,
      BigDecimal quantity,
      @Nullable String unit,
      @Nullable LocalDate day,
      @Nullable String deliveryNote,
      @Nullable String reason) {}

  /** What makes rows one receipt. */
  private record Group(
      PurchaseOrder order,
      @Nullable LocalDate day,
      @Nullable String deliveryNote,
      @Nullable String reason) {}

  /**
   * The rows of a file; nothing is looked up and nothing written.
   *
   * @throws BusinessException {@code procurement.receipt-file-refused} with a finding for each
   *     fault; those of {@link TableFiles#read} when it is no table
   */
  public static List<Row> read(byte[] content) {
    Table table = TableFiles.read(content, ROWS_MAX);
    table.require(
        List.of("order", "quantity"),
        List.of("line", "item", "unit", "received_on", "delivery_note", REASON));
    var findings = new ArrayList<Finding>();
    var rows = new ArrayList<Row>();
    for (TableRow row : table.rows()) {
      row(row, new RowReader(row, findings), findings).ifPresent(rows::add);
    }
    refuse(findings);
    return rows;
  }

  private static Optional<Row> row(TableRow row, RowReader cells, List<Finding> findings) {
    String order = cells.require("order", 100);
    BigDecimal quantity = cells.require("quantity", 40) == null ? null : cells.number("quantity");
    String reason = cells.text(REASON, 500);
    if (quantity != null && (quantity.signum() < 0) != (reason != null)) {
      findings.add(ReceiptError.FILE_SIGN.at(row.place()));
    }
    var read =
        new Row(
            row.place(),
            order == null ? "" : order,
            cells.text("line", 20),
            cells.text("item", 200),
            quantity == null ? BigDecimal.ZERO : quantity,
            cells.text("unit", 3),
            cells.date("received_on"),
            cells.text("delivery_note", 100),
            reason);
    return order == null || quantity == null ? Optional.empty() : Optional.of(read);
  }

  /**
   * Records the rows.
   *
   * @param documentId what they were read from
   * @return the receipts and returns, in the order of their first rows
   * @throws BusinessException {@code procurement.receipt-file-refused} with a finding for each row
   *     whose order or line we do not know; those of {@link Receipts#record} and {@link
   *     Returns#record}
   */
  public List<Receipt> record(UUID organizationId, List<Row> rows, UUID documentId, Actor by) {
    Map<Group, List<Counted>> groups = groups(organizationId, rows);
    var recorded = new ArrayList<Receipt>();
    groups.forEach((group, lines) -> recorded.add(record(group, lines, documentId, by)));
    return recorded;
  }

  private Map<Group, List<Counted>> groups(UUID organizationId, List<Row> rows) {
    var findings = new ArrayList<Finding>();
    Map<String, Optional<PurchaseOrder>> known = new LinkedHashMap<>();
    Map<Group, List<Counted>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      PurchaseOrder order =
          known
              .computeIfAbsent(row.orderNumber(), number -> orders.byNumber(organizationId, number))
              .orElse(null);
      if (order == null) {
        findings.add(ReceiptError.FILE_ORDER_UNKNOWN.at(row.place(), row.orderNumber()));
        continue;
      }
      OrderLine line = OrderLines.find(order, row.position(), row.item()).orElse(null);
      if (line == null) {
        findings.add(ReceiptError.FILE_LINE.at(row.place(), order.number()));
        continue;
      }
      groups
          .computeIfAbsent(
              new Group(order, row.day(), row.deliveryNote(), row.reason()),
              key -> new ArrayList<>())
          .add(new Counted(line.id(), row.quantity().abs(), row.unit()));
    }
    refuse(findings);
    return groups;
  }

  private Receipt record(Group group, List<Counted> lines, UUID documentId, Actor by) {
    PurchaseOrder order = group.order();
    LocalDate day = group.day() == null ? store.today(order.organizationId()) : group.day();
    if (group.reason() != null) {
      return returns.record(
          new NewReturn(order.id(), day, group.reason(), Receipt.Source.FILE, documentId, lines),
          by);
    }
    return receipts.record(
        new NewReceipt(
            order.id(), day, group.deliveryNote(), Receipt.Source.FILE, documentId, lines),
        by);
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw ReceiptError.FILE_REFUSED.withFindings(findings, findings.size());
    }
  }
}
