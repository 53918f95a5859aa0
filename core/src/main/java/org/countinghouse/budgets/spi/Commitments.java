package org.countinghouse.budgets.spi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is ordered and not yet booked; found by being a bean. */
public interface Commitments {

  /**
   * What is still to come in a fiscal year, debit positive, in the organization's base currency, by
   * account code. Only what binds the organization: what waits for its approval does not.
   *
   * @param costCentre of one; null for all together
   */
  Map<String, BigDecimal> byAccount(
      UUID organizationId, int fiscalYear, @Nullable String costCentre);
}
