/** What is ordered and not yet invoiced, order by order. */
@NullMarked
package org.countinghouse.procurement.report.opencommitments;

import org.jspecify.annotations.NullMarked;
