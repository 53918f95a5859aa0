/** What a format brings along to be accepted through the inbox. */
@NamedInterface("spi")
@NullMarked
package org.countinghouse.exchange.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
