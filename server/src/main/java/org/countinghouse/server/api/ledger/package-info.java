/** The general ledger by REST. */
@NullMarked
package org.countinghouse.server.api.ledger;

import org.jspecify.annotations.NullMarked;
