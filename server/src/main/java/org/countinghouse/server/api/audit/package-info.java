/** The audit log for REST. */
@NullMarked
package org.countinghouse.server.api.audit;

import org.jspecify.annotations.NullMarked;
