package org.countinghouse.notification;

import org.countinghouse.errors.ErrorCode;

/** Why a mail cannot be dealt with as asked. */
public enum NotificationError implements ErrorCode {
  MAIL_UNKNOWN("notification.mail-unknown", 404, "There is no mail %s: reload the list."),
  NOT_PARKED(
      "notification.not-parked", 409, "Mail %s is %s: only a parked mail is sent once more.");

  private final String id;
  private final int httpStatus;
  private final String text;

  NotificationError(String id, int httpStatus, String text) {
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
