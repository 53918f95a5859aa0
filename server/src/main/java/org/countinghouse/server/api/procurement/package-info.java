/** Orders, their changes and what they commit to, by REST. */
@NullMarked
package org.countinghouse.server.api.procurement;

import org.jspecify.annotations.NullMarked;
