package org.countinghouse.assets;

import java.time.LocalDate;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How an asset, or a part of it, goes.
 *
 * @param cost part of what it cost; absent: all of it
 * @param proceeds net of tax; zero when it is scrapped
 * @param proceedsAccount debited with them; needed where there are any
 */
public record Disposal(
    LocalDate on,
    @Nullable Money cost,
    Money proceeds,
    @Nullable String proceedsAccount,
    String reason) {}
