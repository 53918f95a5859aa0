/** Countinghouse: a batch- and workflow-centric back office. */
@NullMarked
package org.countinghouse;

import org.jspecify.annotations.NullMarked;
