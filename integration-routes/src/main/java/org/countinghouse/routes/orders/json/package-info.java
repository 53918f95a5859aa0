/** JSON orders agreed elsewhere, in channel {@code orders}. */
@NullMarked
package org.countinghouse.routes.orders.json;

import org.jspecify.annotations.NullMarked;
