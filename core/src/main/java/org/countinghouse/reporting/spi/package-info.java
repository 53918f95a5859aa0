/** What a report implements and what it is made of. */
@NamedInterface("spi")
@NullMarked
package org.countinghouse.reporting.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
