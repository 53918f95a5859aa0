/** Job runs over REST: ask for one, watch it, let a failed one go on. */
@NullMarked
package org.countinghouse.server.api.jobs;

import org.jspecify.annotations.NullMarked;
