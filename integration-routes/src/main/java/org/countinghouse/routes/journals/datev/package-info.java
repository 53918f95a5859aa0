/** Booking batches in the DATEV format (EXTF), from the channel {@code journals}. */
@NullMarked
package org.countinghouse.routes.journals.datev;

import org.jspecify.annotations.NullMarked;
