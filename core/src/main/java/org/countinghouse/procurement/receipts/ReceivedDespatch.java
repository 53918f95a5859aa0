package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.countinghouse.payables.Party;
import org.jspecify.annotations.Nullable;

/**
 * A despatch advice as a document states it.
 *
 * @param number the supplier's, our delivery note
 * @param despatchedOn the day the goods left or, where it says so, came
 * @param seller who sends
 */
public record ReceivedDespatch(
    String number, LocalDate despatchedOn, Party seller, List<Line> lines) {

  public ReceivedDespatch {
    lines = List.copyOf(lines);
  }

  /**
   * One thing that was sent.
   *
   * @param place where the document says so, for whoever has to correct it
   * @param position of the order's line, as the supplier wrote it; null when he did not
   * @param supplierItem his number of it
   */
  public record Line(
      String place,
      String orderNumber,
      @Nullable String position,
      @Nullable String supplierItem,
      BigDecimal quantity,
      @Nullable String unit) {}
}
