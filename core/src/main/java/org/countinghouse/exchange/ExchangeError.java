package org.countinghouse.exchange;

import org.countinghouse.errors.ErrorCode;

/** Why the inbox refuses; the ids also stand in the reports beside refused files. */
public enum ExchangeError implements ErrorCode {
  DOCUMENT_UNKNOWN(
      "exchange.document-unknown",
      404,
      "There is no inbox document %s here: look it up with \"exchange list\"."),
  STATE_UNKNOWN(
      "exchange.state-unknown",
      422,
      "%s is not a state: use received, in-progress, accepted, duplicate, rejected or failed."),
  CHANNEL_UNKNOWN(
      "exchange.channel-unknown",
      422,
      "Nothing takes documents of channel \"%s\": use the name of one of the drop folders."),
  FORMAT_UNKNOWN(
      "exchange.format-unknown",
      422,
      "Channel %s takes no document like this one: send one of the formats it is documented for."),
  EMPTY("exchange.empty", 422, "The file has no content: send it again, complete."),
  TOO_LARGE(
      "exchange.too-large", 413, "The file has %s bytes; at most %s are taken: send it in parts."),
  NOT_A_FILE(
      "exchange.not-a-file",
      422,
      "%s is %s, not an ordinary file; it was not opened: drop the file itself."),
  UNREADABLE_NAME(
      "exchange.unreadable-name",
      422,
      "The file name cannot be used (%s): rename the file to letters, digits, dots and dashes."),
  DUPLICATE_CONTENT(
      "exchange.duplicate-content",
      409,
      "The same bytes came in before, as \"%s\" on %s (inbox document %s, %s): nothing to do."),
  HANDLING_FAILED(
      "exchange.handling-failed",
      500,
      "We failed to handle the document (%s); it is kept: repair the cause, then \"exchange replay"
          + " %s\"."),
  ALREADY_SETTLED(
      "exchange.already-settled",
      409,
      "Inbox document %s already is %s: an outcome is given once."),
  REPLAY_REFUSED(
      "exchange.replay-refused",
      409,
      "Inbox document %s is %s; only rejected and failed ones are replayed: try a dry run to see"
          + " what it would do."),
  REPLAY_SUPERSEDED(
      "exchange.replay-superseded",
      409,
      "The same bytes came in again as inbox document %s: replay that one, or leave it.");

  private final String id;
  private final int httpStatus;
  private final String text;

  ExchangeError(String id, int httpStatus, String text) {
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
