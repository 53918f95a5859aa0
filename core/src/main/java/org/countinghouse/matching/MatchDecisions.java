package org.countinghouse.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Dispute;
import org.countinghouse.payables.Disputes;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.InvoiceLine;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.SupplierInvoice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide about differences, line by line. The invoice is booked as it states, since so
 * the supplier and the tax office have it; what is not agreed to is held back from payment. Whoever
 * decided has prepared the invoice and does not approve it.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class MatchDecisions {

  static final int REASON_LENGTH_MIN = 3;

  private final Invoices invoices;
  private final Matching matching;
  private final MatchStore store;
  private final Disputes disputes;
  private final Clock clock;

  MatchDecisions(
      Invoices invoices, Matching matching, MatchStore store, Disputes disputes, Clock clock) {
    this.invoices = invoices;
    this.matching = matching;
    this.store = store;
    this.disputes = disputes;
    this.clock = clock;
  }

  /**
   * One decision, as somebody takes it.
   *
   * @param position line of the invoice; null: everything that concerns the whole
   * @param amount held back, tax included; null: of a price that is too high the difference, of
   *     anything else the whole line
   */
  public record Wanted(
      @Nullable Integer position,
      LineDecision.Kind kind,
      @Nullable BigDecimal amount,
      String reason) {}

  /**
   * Decides about everything an invoice differs in.
   *
   * @return whether it could be coded from the order; else somebody has to
   * @throws BusinessException {@code matching.not-matched}, {@code matching.not-open}, {@code
   *     matching.not-acceptable} when a difference lets it not stand against this order, {@code
   *     matching.decision-missing}, {@code payables.dispute-amount}
   */
  public boolean decide(UUID invoiceId, List<Wanted> wanted, Actor by) {
    InvoiceDetails details = invoices.details(invoiceId);
    SupplierInvoice invoice = details.invoice();
    Match match = matching.requireUndecided(invoice);
    check(invoice, match, wanted);
    List<LineDecision> decisions = new ArrayList<>();
    for (Wanted one : wanted) {
      decisions.add(
          new LineDecision(
              one.position(),
              one.kind(),
              one.kind() == LineDecision.Kind.ACCEPT ? null : amount(details, match, one),
              one.reason().strip(),
              by.username(),
              clock.instant()));
    }
    checkSum(invoice, decisions);
    store.decide(match, decisions);
    decisions.forEach(decision -> holdBack(invoice, decision, by));
    return matching.code(details, matching.proposal(details, match), by);
  }

  private static void check(SupplierInvoice invoice, Match match, List<Wanted> wanted) {
    match.obstacles().stream()
        .filter(remark -> !remark.difference().acceptable())
        .findFirst()
        .ifPresent(
            remark -> {
              throw MatchingError.NOT_ACCEPTABLE.with(invoice.documentNumber(), remark.text());
            });
    Map<@Nullable Integer, Wanted> byPosition = new HashMap<>();
    wanted.forEach(one -> byPosition.put(one.position(), one));
    Set<@Nullable Integer> open =
        match.obstacles().stream().map(Remark::position).collect(Collectors.toSet());
    Set<@Nullable Integer> all = new HashSet<>(open);
    all.addAll(byPosition.keySet());
    for (Integer position : all) {
      Wanted one = byPosition.get(position);
      boolean wholeIsHeldBack =
          position == null && one != null && one.kind() != LineDecision.Kind.ACCEPT;
      if (one == null
          || !open.contains(position)
          || one.reason().strip().length() < REASON_LENGTH_MIN
          || (wholeIsHeldBack && one.amount() == null)) {
        throw MatchingError.DECISION_MISSING.with(
            position == null ? "the whole" : "line " + position, invoice.documentNumber());
      }
    }
    if (byPosition.size() != wanted.size()) {
      throw MatchingError.DECISION_MISSING.with("each line once", invoice.documentNumber());
    }
  }

  /** All that is held back together cannot be more than is asked for. */
  private static void checkSum(SupplierInvoice invoice, List<LineDecision> decisions) {
    Money held = Money.zero(invoice.currency());
    for (LineDecision decision : decisions) {
      Money amount = decision.amount();
      if (amount != null) {
        held = held.plus(amount);
        boolean possible =
            !amount.isZero()
                && !amount.isNegative()
                && held.compareTo(invoice.totals().payable()) <= 0;
        if (!possible) {
          throw MatchingError.DECISION_MISSING.with(
              "an amount above zero and within what is payable", invoice.documentNumber());
        }
      }
    }
  }

  private Money amount(InvoiceDetails details, Match match, Wanted one) {
    BigDecimal stated = one.amount();
    if (stated != null) {
      return new Money(stated, details.invoice().currency());
    }
    InvoiceLine line =
        details.lines().stream()
            .filter(each -> Integer.valueOf(each.position()).equals(one.position()))
            .findFirst()
            .orElseThrow();
    MatchedLine matched =
        match.lines().stream()
            .filter(each -> each.position() == line.position())
            .findFirst()
            .orElseThrow();
    boolean onlyPrice =
        one.kind() != LineDecision.Kind.RETURN
            && match.obstacles().stream()
                .filter(remark -> Integer.valueOf(line.position()).equals(remark.position()))
                .allMatch(remark -> remark.difference() == Difference.PRICE_OVER);
    Money net = onlyPrice ? matched.variance() : line.stated().net();
    BigDecimal factor = BigDecimal.ONE.add(TaxSums.rate(line.stated().taxRate()).movePointLeft(2));
    return net.times(factor, RoundingMode.HALF_UP);
  }

  private void holdBack(SupplierInvoice invoice, LineDecision decision, Actor by) {
    Money amount = decision.amount();
    if (amount != null) {
      disputes.raise(
          invoice.id(),
          switch (decision.kind()) {
            case CREDIT_NOTE -> Dispute.Kind.CREDIT_EXPECTED;
            case RETURN -> Dispute.Kind.RETURNED;
            case DISPUTE, ACCEPT -> Dispute.Kind.DISPUTED;
          },
          decision.position(),
          amount,
          decision.reason(),
          by);
    }
  }
}
