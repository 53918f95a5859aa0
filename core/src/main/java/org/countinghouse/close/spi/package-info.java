/** What a module implements to have a say in whether a month may be closed. */
@NamedInterface("spi")
@NullMarked
package org.countinghouse.close.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
