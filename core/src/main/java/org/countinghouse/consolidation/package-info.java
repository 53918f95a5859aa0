/**
 * Groups of companies: which accounts of two members say the same from both ends, what members'
 * figures are in the group's currency, what is left when the business among them is taken out, and
 * closing a group's month so that it can be proved.
 *
 * <p>A group's rows belong to its parent company. Whoever sees anything of a group holds the
 * permission in every member; the figures themselves are read from the views of the ledger and the
 * certificates of the close, with the rights of whoever asks.
 */
@NullMarked
package org.countinghouse.consolidation;

import org.jspecify.annotations.NullMarked;
