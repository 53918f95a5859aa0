/** UBL despatch advices, in channel {@code receipts}. */
@NullMarked
package org.countinghouse.routes.receipts.despatchadvice;

import org.jspecify.annotations.NullMarked;
