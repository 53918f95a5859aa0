/** The process {@code goods-return}: goods go back to their supplier. */
@NullMarked
package org.countinghouse.workflows.goodsreturn;

import org.jspecify.annotations.NullMarked;
