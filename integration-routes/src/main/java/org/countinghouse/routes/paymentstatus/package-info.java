/** What banks say about payment files, from the channel {@code payment-status}. */
@NullMarked
package org.countinghouse.routes.paymentstatus;

import org.jspecify.annotations.NullMarked;
