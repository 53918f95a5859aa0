/** Identifiers made by the application. */
@NullMarked
package org.countinghouse.ids;

import org.jspecify.annotations.NullMarked;
