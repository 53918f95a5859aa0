package org.countinghouse.assets.schedule;

import java.time.YearMonth;
import org.countinghouse.money.Money;

/**
 * A new estimate of how long an asset lasts and what is left of it: from a month on, what stands is
 * spread over what remains; earlier months stay as they were (IAS 8.36, IAS 16.51).
 *
 * @param from the first month it counts for
 * @param lifeMonths from when it was put in service to its new end
 * @param residual of what is there at that time
 */
public record Revision(YearMonth from, int lifeMonths, Money residual) {}
