/**
 * What came of an order and what went back: partial, too much, in another unit, more than once. A
 * receipt is never changed; one that was wrong is corrected by its mirror image. What an order's
 * line has in sum is counted on the line by {@link org.countinghouse.procurement.OrderProgress}.
 */
@NamedInterface("receipts")
@NullMarked
package org.countinghouse.procurement.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
