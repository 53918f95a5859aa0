/**
 * Carries the process {@code purchase-order}: a version of an order past budget, approval and buyer
 * into force.
 */
@NullMarked
package org.countinghouse.workflows.purchaseorder;

import org.jspecify.annotations.NullMarked;
