/** Keeps the inbox moving: handles what was received, at once or after a crash or a failure. */
@NullMarked
package org.countinghouse.routes.inbox;

import org.jspecify.annotations.NullMarked;
