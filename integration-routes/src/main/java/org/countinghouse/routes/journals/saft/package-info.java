/** Standard audit files of the OECD family (SAF-T Financial), from the channel {@code journals}. */
@NullMarked
package org.countinghouse.routes.journals.saft;

import org.jspecify.annotations.NullMarked;
