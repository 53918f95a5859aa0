/** The process {@code over-delivery}: a buyer decides about goods beyond the order. */
@NullMarked
package org.countinghouse.workflows.overdelivery;

import org.jspecify.annotations.NullMarked;
