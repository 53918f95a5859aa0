/** Approvals over HTTP: what is asked, why, what was decided, and decisions on one or many. */
@NullMarked
package org.countinghouse.server.api.approvals;

import org.jspecify.annotations.NullMarked;
