/** The batch jobs. The one module that imports Spring Batch. */
@NullMarked
package org.countinghouse.batch;

import org.jspecify.annotations.NullMarked;
