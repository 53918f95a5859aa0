/** How payment files are written. */
@NullMarked
package org.countinghouse.bankfiles.writing;

import org.jspecify.annotations.NullMarked;
