/**
 * The demo: one group of three companies with people, charts of accounts, suppliers and open
 * months. Only in the {@code demo} profile, which listens on loopback alone.
 */
@NullMarked
package org.countinghouse.server.demo;

import org.jspecify.annotations.NullMarked;
