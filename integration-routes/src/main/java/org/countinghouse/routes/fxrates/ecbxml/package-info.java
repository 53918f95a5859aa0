/** The euro reference rates as the ECB's XML: daily, of 90 days, or since 1999. */
@NullMarked
package org.countinghouse.routes.fxrates.ecbxml;

import org.jspecify.annotations.NullMarked;
