/**
 * The gate ahead of every servlet of the process engine, on {@code /engine-rest} and {@code
 * /camunda/api} alike. The last public release of the engine has published holes that only paid
 * releases fix; {@code docs/security/known-holes.md} lists them with their tests.
 */
@NullMarked
package org.countinghouse.server.security.gate;

import org.jspecify.annotations.NullMarked;
