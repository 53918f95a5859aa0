/** Payments over REST: runs, payments, banks' answers, settings. */
@NullMarked
package org.countinghouse.server.api.payments;

import org.jspecify.annotations.NullMarked;
