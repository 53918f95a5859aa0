/** Closing months over REST: closings, checklists, reopenings, certificates. */
@NullMarked
package org.countinghouse.server.api.close;

import org.jspecify.annotations.NullMarked;
