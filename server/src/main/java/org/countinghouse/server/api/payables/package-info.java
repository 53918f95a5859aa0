/** Supplier invoices and suppliers over HTTP. */
@NullMarked
package org.countinghouse.server.api.payables;

import org.jspecify.annotations.NullMarked;
