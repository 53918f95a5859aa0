/** What other modules know of the accounts they keep. */
@NamedInterface("spi")
@NullMarked
package org.countinghouse.revaluation.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
