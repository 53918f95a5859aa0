/** Carries the process {@code supplier-change}: a second person before a supplier is paid. */
@NullMarked
package org.countinghouse.workflows.supplierchange;

import org.jspecify.annotations.NullMarked;
