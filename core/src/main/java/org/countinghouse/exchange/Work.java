package org.countinghouse.exchange;

import java.util.List;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.jspecify.annotations.Nullable;

/**
 * A reading and the handler it is for.
 *
 * @param handler null when the reading was refused before any handler saw it
 */
record Work<C>(@Nullable DocumentHandler<C> handler, Reading<C> reading) {

  static <C> Work<C> of(DocumentHandler<C> handler, IncomingDocument incoming) {
    return new Work<>(handler, handler.read(incoming));
  }

  /** The outcome; what it takes to get there happens in the caller's transaction. */
  Outcome conclude(IncomingDocument incoming) {
    C content = reading.applicable().orElse(null);
    if (content == null || handler == null) {
      return new Outcome(
          InboxState.REJECTED, reading.summary(), List.of(), reading.errors(), reading.warnings());
    }
    return handler
        .apply(incoming, content)
        .describedAs(reading.summary())
        .warning(reading.warnings());
  }
}
