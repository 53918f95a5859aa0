/**
 * Who did what, when and for whom: written in the transaction of the deed itself, never changed
 * afterwards, chained by seals whose head is also kept outside the database.
 */
@NullMarked
package org.countinghouse.audit;

import org.jspecify.annotations.NullMarked;
