/** Channel {@code supplier-invoices}: what suppliers want to be paid. One package per format. */
@NullMarked
package org.countinghouse.routes.supplierinvoices;

import org.jspecify.annotations.NullMarked;
