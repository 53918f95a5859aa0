/** What payables ask of whoever pays, and of whoever knows what was ordered. */
@NullMarked
@NamedInterface("spi")
package org.countinghouse.payables.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
