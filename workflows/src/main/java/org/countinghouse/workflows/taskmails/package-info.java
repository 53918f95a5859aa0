/** A mail for every new task, for those who want one. */
@NullMarked
package org.countinghouse.workflows.taskmails;

import org.jspecify.annotations.NullMarked;
