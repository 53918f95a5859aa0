/**
 * Electronic invoices after EN 16931: UBL 2.1 and CII, alone or inside a PDF (ZUGFeRD, Factur-X).
 * Read safely, judged by the official rules of the profile they claim to follow, then read into a
 * {@link org.countinghouse.payables.ReceivedInvoice}.
 */
@NullMarked
package org.countinghouse.routes.supplierinvoices.einvoice;

import org.jspecify.annotations.NullMarked;
