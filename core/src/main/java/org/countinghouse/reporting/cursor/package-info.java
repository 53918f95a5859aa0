/** Reading many rows from the database without holding them. */
@NullMarked
package org.countinghouse.reporting.cursor;

import org.jspecify.annotations.NullMarked;
