package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to pay. What is left out comes from the organization's settings.
 *
 * @param payOn the day banks are to execute it, a business day; null: as soon as the settings say
 * @param dueUntil take up what is due until then; null: what falls due before the next run is
 *     likely
 * @param minimumAmount smaller payments wait, in base currency
 * @param currency only items in it; null: all
 * @param bankAccount code of the one account of ours to pay from; null: each currency from its own
 * @param method only payments that can take this way; null: all
 */
public record ProposalRequest(
    @Nullable LocalDate payOn,
    @Nullable LocalDate dueUntil,
    @Nullable BigDecimal minimumAmount,
    @Nullable Currency currency,
    @Nullable String bankAccount,
    @Nullable PaymentMethod method) {

  /** Everything as the settings say. */
  public static final ProposalRequest BY_SETTINGS =
      new ProposalRequest(null, null, null, null, null, null);
}
