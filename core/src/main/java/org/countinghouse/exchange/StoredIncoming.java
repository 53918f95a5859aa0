package org.countinghouse.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import org.countinghouse.documents.Documents;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.jspecify.annotations.Nullable;

/** An inbox document with its bytes from the store, fetched when first asked for. */
final class StoredIncoming implements IncomingDocument {

  private final InboxDocument document;
  private final Documents documents;
  private byte @Nullable [] bytes;

  StoredIncoming(InboxDocument document, Documents documents) {
    this.document = document;
    this.documents = documents;
  }

  @Override
  public UUID inboxId() {
    return document.id();
  }

  @Override
  public UUID documentId() {
    return document.documentId();
  }

  @Override
  public UUID organizationId() {
    return document.organizationId();
  }

  @Override
  public String channel() {
    return document.channel();
  }

  @Override
  public String name() {
    return document.name();
  }

  @Override
  public long size() {
    return document.size();
  }

  @Override
  public InputStream open() {
    return documents.open(document.documentId());
  }

  @Override
  public byte[] bytes() {
    byte[] all = bytes;
    if (all == null) {
      all = documents.bytes(document.documentId());
      bytes = all;
    }
    return all;
  }

  @Override
  public byte[] head(int length) {
    if (bytes != null) {
      return Arrays.copyOf(bytes, Math.min(length, bytes.length));
    }
    try (InputStream content = open()) {
      return content.readNBytes(length);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read document " + document.documentId(), e);
    }
  }
}
