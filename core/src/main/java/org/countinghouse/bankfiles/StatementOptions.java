package org.countinghouse.bankfiles;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver knows and some formats do not say. A table rarely names its account, and {@code
 * 03/04/2026} is March in one country and April in another.
 *
 * @param account taken where the file names none
 * @param currency taken where the file names none
 * @param monthFirst whether dates with slashes put the month first, as in the United States
 */
public record StatementOptions(
    @Nullable String account, @Nullable Currency currency, boolean monthFirst) {

  /** Nothing is known beyond the file. */
  public static final StatementOptions NONE = new StatementOptions(null, null, false);
}
