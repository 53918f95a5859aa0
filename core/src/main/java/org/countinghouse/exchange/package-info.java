/**
 * The inbox journal: every document that comes in, from whatever channel, is a row here before
 * anything else happens to it, is handled by the {@link
 * org.countinghouse.exchange.spi.DocumentHandler} that recognizes it, and ends with exactly one
 * outcome and at most one effect. Carriers (routes, REST) carry; the inbox decides.
 */
@NullMarked
package org.countinghouse.exchange;

import org.jspecify.annotations.NullMarked;
