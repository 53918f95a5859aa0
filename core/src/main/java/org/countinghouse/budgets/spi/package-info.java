/** What a module implements to have what it promised to spend counted against budgets. */
@NullMarked
@NamedInterface("spi")
package org.countinghouse.budgets.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
