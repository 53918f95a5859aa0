/** Returns and notifications of change as ACH files. */
@NullMarked
package org.countinghouse.routes.paymentstatus.nacha;

import org.jspecify.annotations.NullMarked;
