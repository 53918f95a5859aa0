/** Exchange rates, from the channel {@code fx-rates}; one folder per format. */
@NullMarked
package org.countinghouse.routes.fxrates;

import org.jspecify.annotations.NullMarked;
