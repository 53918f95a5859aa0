/**
 * The general ledger: chart of accounts, fiscal years and periods, journals with gapless numbers in
 * a hash chain, balances kept at posting, trial balances as of a date and as known at an instant.
 *
 * <p>What is posted never changes. Other modules post through {@link
 * org.countinghouse.ledger.Ledger} inside their own transaction and read the views {@code
 * finance.ledger_*_v}.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "database",
      "errors",
      "ids",
      "money",
      "organizations",
      "tables"
    })
@NullMarked
package org.countinghouse.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
