/** Keeps the inbox moving: handles what was received, at once or after a crash or a failure. */
@NamedInterface("inbox")
@NullMarked
package org.countinghouse.routes.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
