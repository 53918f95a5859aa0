/** The job {@code assets.depreciate}. */
@NullMarked
package org.countinghouse.batch.assets.depreciate;

import org.jspecify.annotations.NullMarked;
