/** The application: wiring, security, REST, command line. */
@NullMarked
package org.countinghouse.server;

import org.jspecify.annotations.NullMarked;
