/** What accounts stand at and what moved on them, of an organization or of a group. */
@NullMarked
package org.countinghouse.reporting.figures;

import org.jspecify.annotations.NullMarked;
