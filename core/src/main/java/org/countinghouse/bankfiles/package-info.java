/**
 * The files banks and companies exchange, as pure formats: bytes in, records out, and back.
 *
 * <p>Statements (camt.052/053/054, MT940/942, BAI2, OFX, CSV) are read as a stream of entries, so
 * that a file of a hundred thousand needs no more memory than one of ten. Payments are written as
 * ISO 20022 pain.001.001.09 and NACHA, after checks that find what a schema lets pass. Status
 * reports (pain.002, NACHA returns) say what became of them. Nothing here knows a database, an
 * organization or a process.
 */
@NullMarked
package org.countinghouse.bankfiles;

import org.jspecify.annotations.NullMarked;
