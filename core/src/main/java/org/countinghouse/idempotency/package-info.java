/**
 * Makes a repeated command harmless: its key is bound to what was asked and to the first result.
 * Key, result and the command's own effect commit together, so a crash leaves all of them or none.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.countinghouse.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
