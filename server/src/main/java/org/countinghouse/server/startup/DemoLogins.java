package org.countinghouse.server.startup;

/** What the demo tells about its users. */
@FunctionalInterface
public interface DemoLogins {

  /** A few lines for the console. */
  String text();
}
