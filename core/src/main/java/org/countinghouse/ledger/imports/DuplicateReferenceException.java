package org.countinghouse.ledger.imports;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** An entry of the file is in the books already, or twice in the file; which is still unknown. */
final class DuplicateReferenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String CONSTRAINT = "uq_journals__source_reference";

  private DuplicateReferenceException(Throwable cause) {
    super(cause);
  }

  /** Throws it when that is what the server said. */
  static void throwIfCause(Throwable of) {
    for (@Nullable Throwable cause = of; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException e) {
        ServerErrorMessage said = e.getServerErrorMessage();
        if (said != null && CONSTRAINT.equals(said.getConstraint())) {
          throw new DuplicateReferenceException(of);
        }
      }
    }
  }
}
