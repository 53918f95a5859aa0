/** The channel {@code orders}. */
@NullMarked
package org.countinghouse.routes.orders;

import org.jspecify.annotations.NullMarked;
