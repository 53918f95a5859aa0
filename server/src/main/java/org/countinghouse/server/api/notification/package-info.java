/** Mails over HTTP: what was sent, what waits, what failed for good. */
@NullMarked
package org.countinghouse.server.api.notification;

import org.jspecify.annotations.NullMarked;
