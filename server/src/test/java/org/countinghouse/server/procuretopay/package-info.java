/**
 * A thousand orders from the wish to the matched bank line, on a real server that is killed on the
 * way; {@code ops/procure-to-pay.sh} runs it.
 */
@NullMarked
package org.countinghouse.server.procuretopay;

import org.jspecify.annotations.NullMarked;
