/**
 * Statements as data: which accounts make which line of the profit and loss account, the balance
 * sheet and the cash flow statement, one file per country, and how figures become one.
 */
@NullMarked
package org.countinghouse.reporting.statements;

import org.jspecify.annotations.NullMarked;
