/** What a module implements to have something of its own approved. */
@NullMarked
@NamedInterface("spi")
package org.countinghouse.approvals.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
