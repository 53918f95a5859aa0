package org.countinghouse.exchange.spi;

import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;

/**
 * Understands one format of one channel. Every bean of this type is found; the first that
 * recognizes a document handles it (order them with {@code @Order} where two could).
 *
 * @param <C> what a document of this format says, once read
 */
public interface DocumentHandler<C> {

  /** The channel it serves, such as {@code supplier-invoices}: also the drop folder's name. */
  String channel();

  /**
   * Whether the document looks like this format, by its first bytes and its name. Cheap, and never
   * throws for strange bytes: those are another handler's, or nobody's.
   */
  boolean recognizes(IncomingDocument document);

  /**
   * Reads and checks the document. Pure: no effect anywhere, the same bytes always give the same
   * reading. What is wrong with the content is a finding of the reading, never an exception; an
   * exception means that we failed, and is retried.
   */
  Reading<C> read(IncomingDocument document);

  /**
   * Does what the document asks for, inside the inbox's transaction, which also records the
   * outcome: both happen or neither. Called at most once per document with effect; on a dry run the
   * transaction is rolled back afterwards, so it must touch nothing but the database. Not called
   * when the reading has errors.
   *
   * @throws org.countinghouse.errors.BusinessException when the domain refuses: everything is
   *     rolled back and the document is rejected with that code
   */
  Outcome apply(IncomingDocument document, C content);
}
