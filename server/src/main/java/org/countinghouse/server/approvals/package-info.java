/** Keeps open approvals with those who may decide as the days go by. */
@NullMarked
package org.countinghouse.server.approvals;

import org.jspecify.annotations.NullMarked;
