/** The process {@code close-sign-off}: one item of a closing, signed off by its owner. */
@NullMarked
package org.countinghouse.workflows.closesignoff;

import org.jspecify.annotations.NullMarked;
