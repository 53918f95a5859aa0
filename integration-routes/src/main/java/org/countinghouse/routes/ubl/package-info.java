/** UBL 2.1 documents about orders, as suppliers and other systems write them. */
@NullMarked
package org.countinghouse.routes.ubl;

import org.jspecify.annotations.NullMarked;
