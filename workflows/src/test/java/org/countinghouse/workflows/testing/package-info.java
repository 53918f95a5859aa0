/** What process tests stand on. */
@NullMarked
package org.countinghouse.workflows.testing;

import org.jspecify.annotations.NullMarked;
