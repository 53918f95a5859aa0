/** The ledger as beancount. */
@NullMarked
package org.countinghouse.reporting.export.beancount;

import org.jspecify.annotations.NullMarked;
