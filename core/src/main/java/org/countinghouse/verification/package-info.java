/**
 * The independent checker of the books: plain SQL against the tables, none of the product's own
 * code between. A capability adds a check by adding one file below {@code db/verify/<capability>/}:
 * a comment that says what it proves, then a query that selects every violation.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.countinghouse.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
