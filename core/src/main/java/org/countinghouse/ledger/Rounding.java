package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.countinghouse.money.Money;

/**
 * What converting line by line leaves over. Each converted line may be off by one minor unit of the
 * base currency at most; as much as that is booked to the account of {@link
 * AccountPurpose#ROUNDING}, more is an error of whoever wrote the journal and is refused as
 * unbalanced.
 */
final class Rounding {

  private static final String TEXT = "Rounding of converted amounts";

  private Rounding() {}

  /**
   * What is missing in base currency.
   *
   * @return empty when nothing is, or more than conversion can have left over
   */
  static Optional<Money> leftover(JournalDraft draft, Currency base) {
    BigDecimal open = BigDecimal.ZERO;
    long converted = 0;
    for (DraftLine line : draft.lines()) {
      if (!line.baseAmount().currency().equals(base)) {
        return Optional.empty(); // refused for that
      }
      open = open.add(line.baseAmount().amount());
      converted += line.amount().currency().equals(base) ? 0 : 1;
    }
    BigDecimal most = BigDecimal.valueOf(converted, base.getDefaultFractionDigits());
    return open.signum() == 0 || open.abs().compareTo(most) > 0
        ? Optional.empty()
        : Optional.of(new Money(open, base).negated());
  }

  /** The draft with a line that takes the leftover. */
  static JournalDraft with(JournalDraft draft, Money leftover, Account account) {
    List<DraftLine> lines = new ArrayList<>(draft.lines());
    lines.add(new DraftLine(account.code(), leftover, leftover, null, TEXT));
    return new JournalDraft(
        draft.organizationId(),
        draft.postingDate(),
        draft.description(),
        draft.source(),
        draft.sourceReference(),
        lines);
  }
}
