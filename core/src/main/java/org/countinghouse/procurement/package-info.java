/**
 * What we order: one document from the wish to the order. It is asked for, checked against the
 * budget, approved, placed with a supplier, changed, and ends closed or cancelled; what is ordered
 * and not yet invoiced is a commitment.
 *
 * <p>An order has versions. One at a time is on its way to force, whether it is the first or a
 * change, and needs approval of what is more or dearer than was agreed before. Lines keep their id
 * over all versions. What was received, returned and invoiced is counted on them through {@link
 * org.countinghouse.procurement.OrderProgress}. Processes are not known here: the events tell who
 * wants to listen.
 */
@NullMarked
package org.countinghouse.procurement;

import org.jspecify.annotations.NullMarked;
