/** What is checked before the server serves, and what it says when it does. */
@NullMarked
package org.countinghouse.server.startup;

import org.jspecify.annotations.NullMarked;
