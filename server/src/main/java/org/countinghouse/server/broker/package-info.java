/** The embedded message broker. */
@NullMarked
package org.countinghouse.server.broker;

import org.jspecify.annotations.NullMarked;
