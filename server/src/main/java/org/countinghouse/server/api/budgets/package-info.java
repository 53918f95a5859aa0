/** Budgets by REST. */
@NullMarked
package org.countinghouse.server.api.budgets;

import org.jspecify.annotations.NullMarked;
