/**
 * The process {@code group-close}: what its activities call, how they read and write variables, and
 * how a consolidation that was started over REST finds its process.
 */
@NullMarked
package org.countinghouse.workflows.groupclose;

import org.jspecify.annotations.NullMarked;
