/**
 * Journals that people write: as documents that are prepared, approved by somebody else above a
 * limit, and posted; as templates; on a schedule; and as accruals that undo themselves.
 *
 * <p>A document holds what was entered. What would be posted (foreign amounts valued, lines other
 * modules add) is worked out anew each time it is looked at, approved or posted, and the approval
 * is of exactly that. Processes are not known here: the events tell who wants to listen.
 */
@NullMarked
package org.countinghouse.journals;

import org.jspecify.annotations.NullMarked;
