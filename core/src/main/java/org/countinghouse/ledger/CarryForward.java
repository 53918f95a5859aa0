package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.money.Money;

/** The journal that carries a year's result forward. */
final class CarryForward {

  private CarryForward() {}

  /**
   * The opposite of every account's movement, and what that leaves over in base currency.
   *
   * @param number the how manieth time the year is carried forward; part of the reference
   * @param earnings the account of retained earnings
   */
  static JournalDraft draft(
      UUID organizationId,
      LocalDate day,
      int fiscalYear,
      int number,
      List<YearResultLine> result,
      String earnings,
      Currency base) {
    List<DraftLine> lines = new ArrayList<>();
    for (YearResultLine each : result) {
      empty(each, base, lines);
    }
    Money total = YearResultLine.total(result, base);
    if (!total.isZero()) {
      lines.add(line(earnings, total, total));
    } else if (lines.size() == 1) {
      // one account that stands at zero in base currency and not in its own
      lines.add(line(earnings, lines.get(0).amount().negated(), total));
    }
    return new JournalDraft(
        organizationId,
        day,
        "Result of fiscal year %d carried forward".formatted(fiscalYear),
        YearEnd.SOURCE,
        fiscalYear + "/" + number,
        lines);
  }

  private static void empty(YearResultLine each, Currency base, List<DraftLine> lines) {
    Money amount = each.amount().negated();
    Money inBase = each.baseAmount().negated();
    if (amount.amount().signum() * inBase.amount().signum() >= 0) {
      lines.add(line(each.account(), amount, inBase));
    } else {
      // rates moved more than the account did: no single line has two signs
      lines.add(line(each.account(), amount, Money.zero(base)));
      lines.add(line(each.account(), Money.zero(amount.currency()), inBase));
    }
  }

  private static DraftLine line(String account, Money amount, Money inBase) {
    return new DraftLine(account, amount, inBase, null, null);
  }
}
