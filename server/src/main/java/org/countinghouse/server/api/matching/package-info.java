/** Three-way match by REST. */
@NullMarked
package org.countinghouse.server.api.matching;

import org.jspecify.annotations.NullMarked;
