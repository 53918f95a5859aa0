/**
 * Journal files into the books: read once as bytes, checked while read, copied in PostgreSQL's
 * binary format into a table nobody else sees, which becomes a partition when everything holds.
 */
@NullMarked
package org.countinghouse.ledger.imports;

import org.jspecify.annotations.NullMarked;
