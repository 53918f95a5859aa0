/**
 * Fixed assets: what we own for longer than a year, what it cost, what of it is written down and
 * what became of it.
 *
 * <p>The register keeps transactions that never change ({@link
 * org.countinghouse.assets.AssetRegister}); how much is to be written down by the end of a month
 * follows from them alone ({@link org.countinghouse.assets.schedule.DepreciationSchedule}), so a
 * depreciation run posts the difference between what is due and what was posted, however often it
 * runs. Every posting is one journal of the ledger; the tie-out compares both.
 *
 * <p>Amounts are in the organization's base currency: what was bought in another one is entered at
 * the rate of its day (IAS 21.21), and stays so.
 */
@NullMarked
package org.countinghouse.assets;

import org.jspecify.annotations.NullMarked;
