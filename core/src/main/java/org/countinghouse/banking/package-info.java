/**
 * Our accounts at banks and what the banks say happened on them.
 *
 * <p>A statement is kept once and whole or not at all: one that does not tie, leaves a gap, repeats
 * or contradicts what is known, or is about an account that is not ours is held with the reason,
 * and nothing of it is booked ({@link org.countinghouse.banking.BankStatements}). What an entry
 * means is not known here: {@code reconciliation} listens and explains it.
 */
@NullMarked
package org.countinghouse.banking;

import org.jspecify.annotations.NullMarked;
