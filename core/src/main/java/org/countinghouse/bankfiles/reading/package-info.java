/** How each format of statements and status reports is read. */
@NullMarked
package org.countinghouse.bankfiles.reading;

import org.jspecify.annotations.NullMarked;
