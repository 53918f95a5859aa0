/** What other modules bring along to journals that people write. */
@NamedInterface("spi")
@NullMarked
package org.countinghouse.journals.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
