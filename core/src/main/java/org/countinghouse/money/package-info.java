/** Exact money. */
@NullMarked
package org.countinghouse.money;

import org.jspecify.annotations.NullMarked;
