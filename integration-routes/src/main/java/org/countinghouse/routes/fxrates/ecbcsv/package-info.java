/** The euro reference rates as the ECB's CSV: daily or since 1999. */
@NullMarked
package org.countinghouse.routes.fxrates.ecbcsv;

import org.jspecify.annotations.NullMarked;
