package org.countinghouse.server.api.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A manual journal.
 *
 * @param reference the poster's own name for it; the same one is posted once only
 */
record JournalRequest(
    @NotNull LocalDate postingDate,
    @NotBlank @Size(max = 1000) String description,
    @NotBlank @Size(max = 100) String reference,
    @NotNull @Size(max = 1000) List<@Valid @NotNull Line> lines) {

  /** The source of everything posted here: people's own journals, never a subledger's. */
  static final String SOURCE = "ledger";

  /**
   * A line: either debit or credit, in the organization's base currency.
   *
   * @param currency when the business was in another currency; then {@code currencyAmount} too
   * @param currencyAmount without sign, on the same side
   */
  record Line(
      @NotBlank String account,
      @Nullable @PositiveOrZero BigDecimal debit,
      @Nullable @PositiveOrZero BigDecimal credit,
      @Nullable Currency currency,
      @Nullable @PositiveOrZero BigDecimal currencyAmount,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable @Size(max = 1000) String text) {

    DraftLine draft(Currency base) {
      BigDecimal side = orZero(debit).subtract(orZero(credit));
      Money inBase = new Money(side, base);
      Money amount =
          currency == null || currency.equals(base)
              ? inBase
              : new Money(
                  side.signum() < 0 ? orZero(currencyAmount).negate() : orZero(currencyAmount),
                  currency);
      return new DraftLine(account, amount, inBase, costCentre, project, text);
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
      return amount == null ? BigDecimal.ZERO : amount;
    }
  }

  JournalDraft draft(UUID organizationId, Currency base) {
    return new JournalDraft(
        organizationId,
        postingDate,
        description,
        SOURCE,
        reference,
        lines.stream().map(line -> line.draft(base)).toList());
  }
}
