package org.countinghouse.routes.ubl;

import org.countinghouse.errors.ErrorCode;

/** Why a UBL document cannot be used. Ids are API: never reuse one. */
public enum UblError implements ErrorCode {
  UNREADABLE("ubl.unreadable", "The document cannot be read (%s): ask for one that is whole."),
  OTHER_KIND("ubl.other-kind", "This is a document %s, not %s: send it to where it belongs."),
  VALUE_MISSING("ubl.value-missing", "%s is missing: ask for a complete document."),
  VALUE_UNUSABLE("ubl.value-unusable", "%s cannot be %s: ask for a corrected document.");

  private final String id;
  private final String text;

  UblError(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return 422;
  }

  @Override
  public String text() {
    return text;
  }
}
