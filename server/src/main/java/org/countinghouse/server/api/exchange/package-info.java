/** The inbox for REST: what came in, what became of it, and handling it again. */
@NullMarked
package org.countinghouse.server.api.exchange;

import org.jspecify.annotations.NullMarked;
