package org.countinghouse.server.startup;

/** The server must not start like this; the message says why, the remedy what to do. */
final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  StartRefused(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
