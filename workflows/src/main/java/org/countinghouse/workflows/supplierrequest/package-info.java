/** Carries the process {@code supplier-request}: what people ask for in the start form. */
@NullMarked
package org.countinghouse.workflows.supplierrequest;

import org.jspecify.annotations.NullMarked;
