package org.countinghouse.payments;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of which nothing is left when it is refused, while the transaction around it goes on: a
 * savepoint takes back its rows, and what it asked for after the commit is forgotten. A savepoint
 * alone would let listeners hear of events that never came to be.
 */
@Component
class Undoable {

  private final TransactionTemplate nested;

  Undoable(PlatformTransactionManager transactions) {
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Does the work within the transaction that is under way; what it throws is thrown.
   *
   * <p>Whatever the work binds to the transaction for its whole length (the database session) must
   * have been in use before.
   */
  <T> T run(Supplier<T> work) {
    List<TransactionSynchronization> before =
        TransactionSynchronizationManager.getSynchronizations();
    boolean done = false;
    try {
      T result = Objects.requireNonNull(nested.execute(status -> work.get()));
      done = true;
      return result;
    } finally {
      if (!done) {
        forgetAllBut(before);
      }
    }
  }

  private static void forgetAllBut(List<TransactionSynchronization> before) {
    TransactionSynchronizationManager.clearSynchronization();
    TransactionSynchronizationManager.initSynchronization();
    before.forEach(TransactionSynchronizationManager::registerSynchronization);
  }
}
