/**
 * What all of the REST API shares: problems as RFC 9457 says, and keys that make a repeated command
 * harmless. Each capability's controllers are in a package of their own below.
 */
@NullMarked
package org.countinghouse.server.api;

import org.jspecify.annotations.NullMarked;
