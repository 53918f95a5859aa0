/**
 * What we pay: from the proposal of what is due to the file a bank gets, and what the bank says
 * about it.
 *
 * <p>A {@linkplain org.countinghouse.payments.PaymentRun run} starts as a proposal, with a reason
 * beside every item why it is in or out. People review it; somebody who did not releases exactly
 * what he saw, by its hash. The release posts, settles the items and writes one file per bank
 * account, all in one transaction. From then on each {@linkplain org.countinghouse.payments.Payment
 * payment} has a life of its own, told by the bank: accepted, settled, rejected, returned. What a
 * bank does not pay is open again, with a reason, and is proposed again when somebody has looked
 * into it.
 *
 * <p>An item is in one live run at most, its payments never exceed what is open of it, and an
 * end-to-end id is used once for ever: by constraints, and checked once more by {@code
 * verify-books}.
 */
@NullMarked
package org.countinghouse.payments;

import org.jspecify.annotations.NullMarked;
