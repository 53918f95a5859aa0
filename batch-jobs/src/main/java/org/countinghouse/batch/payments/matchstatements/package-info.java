/** The job {@code payments.match-statements}. */
@NullMarked
package org.countinghouse.batch.payments.matchstatements;

import org.jspecify.annotations.NullMarked;
