/** The process {@code order-response}: a buyer settles an answer that differs. */
@NullMarked
package org.countinghouse.workflows.orderresponse;

import org.jspecify.annotations.NullMarked;
