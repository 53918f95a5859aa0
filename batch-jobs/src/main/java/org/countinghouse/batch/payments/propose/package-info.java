/** The job {@code payments.propose}. */
@NullMarked
package org.countinghouse.batch.payments.propose;

import org.jspecify.annotations.NullMarked;
