/**
 * What was planned for a fiscal year, by account, cost centre and month, in versions: a draft comes
 * into force when somebody who did not make it says so, and stands from then on. Beside it, what
 * was spent: the report {@code budget-vs-actual} and what is left for an approver to see.
 */
@NullMarked
package org.countinghouse.budgets;

import org.jspecify.annotations.NullMarked;
