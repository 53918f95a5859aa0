/** The process {@code goods-receipt}: goods of an order, until all have come. */
@NullMarked
package org.countinghouse.workflows.goodsreceipt;

import org.jspecify.annotations.NullMarked;
