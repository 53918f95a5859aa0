/** Tables as files. */
@NullMarked
package org.countinghouse.reporting.render;

import org.jspecify.annotations.NullMarked;
