/** Journals as Excel workbooks, from the channel {@code journals}. */
@NullMarked
package org.countinghouse.routes.journals.xlsx;

import org.jspecify.annotations.NullMarked;
