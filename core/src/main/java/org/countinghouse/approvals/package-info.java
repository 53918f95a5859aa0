/**
 * Decisions of people: what was asked, of whom and why, who decided what on whose behalf.
 *
 * <p>A request freezes what is to be approved as {@linkplain org.countinghouse.approvals.Fact
 * facts} and their hash. It passes levels in order; at each one somebody who is neither a maker nor
 * has decided before must agree. When the subject no longer matches the hash, nothing that was
 * decided counts any more: a new request supersedes this one and shows the difference. How a
 * request finds its way to people is not known here.
 *
 * <p>What can be approved is contributed by other modules through {@link
 * org.countinghouse.approvals.spi.ApprovalSubject}.
 */
@NullMarked
package org.countinghouse.approvals;

import org.jspecify.annotations.NullMarked;
