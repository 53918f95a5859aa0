package org.countinghouse.matching;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice was matched last.
 *
 * @param run how often it was, this one included
 * @param orderId null where there is none
 * @param orderVersion of the order then
 * @param creditedInvoiceId the invoice a credit note was held against
 * @param chosenBy who said that another order is meant than the document names, or none
 * @param chosenOrder the number he named; null: no order
 */
public record Match(
    UUID invoiceId,
    UUID organizationId,
    MatchState state,
    UUID runId,
    int run,
    @Nullable UUID orderId,
    @Nullable Integer orderVersion,
    @Nullable UUID creditedInvoiceId,
    @Nullable String chosenOrder,
    @Nullable String chosenBy,
    List<MatchedLine> lines,
    List<Remark> remarks,
    List<LineDecision> decisions) {

  public Match {
    lines = List.copyOf(lines);
    remarks = List.copyOf(remarks);
    decisions = List.copyOf(decisions);
  }

  /** What keeps it from being posted. */
  public List<Remark> obstacles() {
    return remarks.stream().filter(remark -> remark.effect() != Effect.NOTE).toList();
  }
}
