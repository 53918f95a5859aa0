/** Journals as CSV, from the channel {@code journals}. */
@NullMarked
package org.countinghouse.routes.journals.csv;

import org.jspecify.annotations.NullMarked;
