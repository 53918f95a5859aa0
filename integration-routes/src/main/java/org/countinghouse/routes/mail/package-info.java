/** Carries mails out of the house. */
@NullMarked
package org.countinghouse.routes.mail;

import org.jspecify.annotations.NullMarked;
