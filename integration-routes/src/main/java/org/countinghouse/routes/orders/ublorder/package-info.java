/** UBL orders agreed elsewhere, in channel {@code orders}. */
@NullMarked
package org.countinghouse.routes.orders.ublorder;

import org.jspecify.annotations.NullMarked;
