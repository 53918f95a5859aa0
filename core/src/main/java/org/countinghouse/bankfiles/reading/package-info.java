/** How each format is read. */
@NullMarked
package org.countinghouse.bankfiles.reading;

import org.jspecify.annotations.NullMarked;
