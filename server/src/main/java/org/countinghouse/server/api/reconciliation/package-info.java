/** What explains the entries of bank statements, by REST. */
@NullMarked
package org.countinghouse.server.api.reconciliation;

import org.jspecify.annotations.NullMarked;
