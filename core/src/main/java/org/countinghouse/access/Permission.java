package org.countinghouse.access;

/** One thing that can be allowed, written {@code resource:action}. */
record Permission(String resource, String action) {

  /** A permission nobody spelt right is a mistake of ours, not a refusal. */
  static Permission parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException("not a permission (resource:action): " + text);
    }
    return new Permission(text.substring(0, colon), text.substring(colon + 1));
  }
}
