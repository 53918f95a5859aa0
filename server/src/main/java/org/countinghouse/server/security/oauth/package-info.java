/** Tokens for machines and other programs: our own authorization server, and what accepts them. */
@NullMarked
package org.countinghouse.server.security.oauth;

import org.jspecify.annotations.NullMarked;
