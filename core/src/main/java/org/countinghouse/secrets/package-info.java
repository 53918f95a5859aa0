/**
 * Secrets at rest: fields such as bank account numbers are kept encrypted, so that a stolen dump,
 * backup or replica tells nothing without the key file, and keep a keyed fingerprint beside them
 * where they are searched by equality.
 */
@NullMarked
package org.countinghouse.secrets;

import org.jspecify.annotations.NullMarked;
