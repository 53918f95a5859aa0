/** Exchange rates and what they make of balances, by REST. */
@NullMarked
package org.countinghouse.server.api.currency;

import org.jspecify.annotations.NullMarked;
