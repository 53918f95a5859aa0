package org.countinghouse.documents;

import org.countinghouse.errors.ErrorCode;

/** What can go wrong with stored files. */
public enum DocumentsError implements ErrorCode {
  DOCUMENT_UNKNOWN(
      "documents.document-unknown",
      404,
      "There is no document %s here: look it up in the list of documents."),
  PAGE_UNKNOWN(
      "documents.page-unknown",
      404,
      "Document %s has no page %s that can be shown: open the document itself."),
  CONTENT_UNREADABLE(
      "documents.content-unreadable",
      500,
      "The bytes of document %s cannot be read as they were stored (%s): restore data/documents"
          + " from the backup.");

  private final String id;
  private final int httpStatus;
  private final String text;

  DocumentsError(String id, int httpStatus, String text) {
    this.id = id;
    this.httpStatus = httpStatus;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String text() {
    return text;
  }
}
