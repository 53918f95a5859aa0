/** Reports over REST. */
@NullMarked
package org.countinghouse.server.api.reporting;

import org.jspecify.annotations.NullMarked;
