/** What payables ask of whoever pays. */
@NullMarked
@NamedInterface("spi")
package org.countinghouse.payables.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
