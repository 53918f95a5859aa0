/** What the surroundings may contribute to the audit log. */
@NamedInterface("spi")
@NullMarked
package org.countinghouse.audit.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
