package org.countinghouse.journals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.journals.spi.LineCompletion;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Works out what would be posted: foreign amounts valued by the rate of the day, lines added by
 * other modules, everything checked as the ledger will check it.
 */
@Component
class JournalComposer {

  private final Ledger ledger;
  private final FxRates rates;
  private final Organizations organizations;
  private final ObjectProvider<LineCompletion> completions;

  JournalComposer(
      Ledger ledger,
      FxRates rates,
      Organizations organizations,
      ObjectProvider<LineCompletion> completions) {
    this.ledger = ledger;
    this.rates = rates;
    this.organizations = organizations;
    this.completions = completions;
  }

  /** What is to be posted under which name. */
  record Order(
      UUID organizationId,
      String source,
      String reference,
      LocalDate postingDate,
      String description,
      List<ManualLine> lines) {}

  /**
   * What came of it.
   *
   * @param lines all lines, valued; empty when there are findings of the lines themselves
   * @param total the debits, in base currency; zero where lines are missing
   */
  record Composed(Order order, List<ManualLine> lines, Money total, List<Finding> findings) {

    /**
     * To post.
     *
     * @throws BusinessException {@code journals.refused} with every finding
     */
    JournalDraft draft() {
      if (!findings.isEmpty()) {
        throw JournalsError.REFUSED.withFindings(findings, order.reference(), findings.size());
      }
      return unchecked();
    }

    private JournalDraft unchecked() {
      return new JournalDraft(
          order.organizationId(),
          order.postingDate(),
          order.description(),
          order.source(),
          order.reference(),
          lines.stream().map(Composed::draftLine).toList());
    }

    private static DraftLine draftLine(ManualLine line) {
      return new DraftLine(
          line.account(),
          line.amount(),
          line.inBase(),
          line.costCentre(),
          line.project(),
          line.text());
    }
  }

  Composed compose(Order order) {
    Currency base = organizations.byId(order.organizationId()).baseCurrency();
    List<Finding> findings = new ArrayList<>();
    List<ManualLine> lines = complete(order, valued(order, base, findings), findings);
    if (!findings.isEmpty()) {
      return new Composed(order, List.of(), Money.zero(base), List.copyOf(findings));
    }
    Money total =
        lines.stream()
            .map(ManualLine::inBase)
            .filter(amount -> !amount.isNegative())
            .reduce(Money.zero(base), Money::plus);
    var composed = new Composed(order, List.copyOf(lines), total, List.of());
    return new Composed(order, composed.lines(), total, ledger.check(composed.unchecked()));
  }

  private List<ManualLine> valued(Order order, Currency base, List<Finding> findings) {
    List<ManualLine> valued = new ArrayList<>();
    for (int i = 0; i < order.lines().size(); i++) {
      ManualLine line = order.lines().get(i);
      try {
        valued.add(
            line.baseAmount() != null
                ? line
                : line.valued(
                    rates.convert(
                        order.organizationId(), line.amount(), base, order.postingDate())));
      } catch (BusinessException e) {
        findings.add(new Finding(e.code().id(), "line " + (i + 1), String.valueOf(e.getMessage())));
      }
    }
    return valued;
  }

  private List<ManualLine> complete(Order order, List<ManualLine> valued, List<Finding> findings) {
    List<ManualLine> lines = valued;
    if (findings.isEmpty()) {
      for (LineCompletion completion : completions.orderedStream().toList()) {
        lines = completion.complete(order.organizationId(), order.postingDate(), lines, findings);
      }
    }
    return lines;
  }
}
