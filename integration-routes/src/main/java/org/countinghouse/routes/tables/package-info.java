/** What the channels that take tables share. */
@NullMarked
package org.countinghouse.routes.tables;

import org.jspecify.annotations.NullMarked;
