package org.countinghouse.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.documents.spi.ContentStore;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores files and gives them back, byte for byte. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Documents {

  private static final int NAME_LENGTH_MAX = 255;

  private final ContentStore contents;
  private final DocumentMapper mapper;
  private final Clock clock;

  Documents(ContentStore contents, DocumentMapper mapper, Clock clock) {
    this.contents = contents;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Stores the bytes, durably, and then the row that names them. When the transaction rolls back
   * the bytes stay behind unnamed, which harms nobody.
   *
   * @param name kept to its last 255 characters, control characters replaced
   */
  public Document store(UUID organizationId, String name, String mediaType, byte[] content) {
    return store(organizationId, name, mediaType, new ByteArrayInputStream(content));
  }

  /**
   * As {@link #store(UUID, String, String, byte[])}, for files too large for the heap. The stream
   * is read to its end and not closed.
   *
   * @throws UncheckedIOException when the stream cannot be read or the store not written
   */
  public Document store(UUID organizationId, String name, String mediaType, InputStream content) {
    ContentStore.StoredContent stored;
    try {
      stored = contents.put(content);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store " + name + ": " + e.getMessage(), e);
    }
    var document =
        new Document(
            Ids.next(),
            organizationId,
            stored.sha256(),
            readableName(name),
            mediaType,
            stored.size(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    mapper.insert(document);
    return document;
  }

  /** The document of this id, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Document> find(UUID id) {
    return mapper.find(id);
  }

  /**
   * The document of this id.
   *
   * @throws BusinessException {@code documents.document-unknown}
   */
  @Transactional(readOnly = true)
  public Document get(UUID id) {
    return mapper.find(id).orElseThrow(() -> DocumentsError.DOCUMENT_UNKNOWN.with(id));
  }

  /**
   * The bytes of a document; the caller closes the stream. It fails at its end when the bytes are
   * not those that were stored.
   *
   * @throws BusinessException {@code documents.document-unknown}, {@code
   *     documents.content-unreadable}
   */
  @Transactional(readOnly = true)
  public InputStream open(UUID id) {
    Document document = get(id);
    try {
      return contents.open(document.sha256());
    } catch (IOException e) {
      throw DocumentsError.CONTENT_UNREADABLE.with(id, e);
    }
  }

  /** All bytes of a document, verified; for documents known to be small. */
  @Transactional(readOnly = true)
  public byte[] bytes(UUID id) {
    try (InputStream content = open(id)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw DocumentsError.CONTENT_UNREADABLE.with(id, e);
    }
  }

  private static String readableName(String name) {
    String readable = name.replaceAll("\\p{Cntrl}", "_");
    int surplus = Math.max(0, readable.length() - NAME_LENGTH_MAX);
    return readable.substring(surplus);
  }
}
