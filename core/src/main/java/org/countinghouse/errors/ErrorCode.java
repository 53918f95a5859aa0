package org.countinghouse.errors;

import java.util.List;

/**
 * One entry of an error catalogue, implemented by an enum per capability.
 *
 * <p>The id is API: the same string is the HTTP problem, the BPMN error, the row error and the
 * rejected file's reason. Never reuse one.
 */
public interface ErrorCode {

  /** Dotted id such as {@code ledger.period-closed}. */
  String id();

  /** The HTTP status a REST caller gets. */
  int httpStatus();

  /** Message pattern for {@link String#format}; it says the remedy. */
  String text();

  /** The exception for this code, its text filled in. */
  default BusinessException with(Object... details) {
    return new BusinessException(this, text().formatted(details), List.of());
  }

  /** The exception for this code with everything that was found, in the order it was found. */
  default BusinessException withFindings(List<Finding> findings, Object... details) {
    return new BusinessException(this, text().formatted(details), findings);
  }

  /** One finding of this code at a place (a line, a path, a rule) of a document. */
  default Finding at(String place, Object... details) {
    return new Finding(id(), place, text().formatted(details));
  }
}
