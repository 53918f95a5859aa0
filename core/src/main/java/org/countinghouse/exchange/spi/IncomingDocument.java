package org.countinghouse.exchange.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * A document as its handler gets it: from the store, verified, never from where it was dropped.
 *
 * <p>The name is what the sender called it. It may be shown and its ending looked at; it is never a
 * path.
 */
public interface IncomingDocument {

  /** Its row in the inbox. */
  UUID inboxId();

  /** Its row in the document store. */
  UUID documentId();

  /** Whose document it is. */
  UUID organizationId();

  /** The channel it came through. */
  String channel();

  /** What its sender called it. */
  String name();

  /** In bytes. */
  long size();

  /** The bytes as a stream, for formats that may be large. The caller closes it. */
  InputStream open() throws IOException;

  /** All bytes. Read once, then kept for the life of this object. */
  byte[] bytes();

  /** At most the first so many bytes. */
  byte[] head(int length);
}
