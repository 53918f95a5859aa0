/**
 * What balances in foreign currency are worth at a month's end, and the journals that say so.
 *
 * <p>Monetary accounts (money, receivables, payables) are valued at the rate of the last day; the
 * difference to what they were booked at goes to unrealized exchange gains and losses against the
 * account with the purpose {@code EXCHANGE_VALUATION}, so that the accounts themselves keep tying
 * to their open items, and is undone on the first day of the next month. Posts as the module {@code
 * currency}. IAS 21.23 and 21.28; § 256a HGB for what is due within a year; ASC 830-20-35.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "close",
      "close::spi",
      "currency",
      "database",
      "errors",
      "ids",
      "ledger",
      "money",
      "organizations"
    })
@NullMarked
package org.countinghouse.revaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
