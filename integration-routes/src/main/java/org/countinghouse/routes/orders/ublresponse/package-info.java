/** UBL order responses of suppliers, in channel {@code orders}. */
@NullMarked
package org.countinghouse.routes.orders.ublresponse;

import org.jspecify.annotations.NullMarked;
