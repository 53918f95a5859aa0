/** The clock behind scheduled reports. */
@NullMarked
package org.countinghouse.server.reporting;

import org.jspecify.annotations.NullMarked;
