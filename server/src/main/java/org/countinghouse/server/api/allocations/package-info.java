/** Cost allocation by REST. */
@NullMarked
package org.countinghouse.server.api.allocations;

import org.jspecify.annotations.NullMarked;
