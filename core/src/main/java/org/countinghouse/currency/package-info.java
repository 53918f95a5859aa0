/**
 * What one currency was worth in another, day by day: rates as published, dated and with their
 * source, per organization. Nothing is rated by a guess: where no rate is known the answer is an
 * error that says what to enter.
 *
 * <p>Only values and facts; what is revalued by them is the business of {@code revaluation}.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "database",
      "errors",
      "ids",
      "money",
      "organizations"
    })
@NullMarked
package org.countinghouse.currency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
