/** Makes proposals on the days organizations set for them. */
@NullMarked
package org.countinghouse.server.payments;

import org.jspecify.annotations.NullMarked;
