package org.countinghouse.routes;

/** Something a route needs that takes its time after the start; health shows every one. */
public interface RouteReadiness {

  /** What it is called in health: {@code e-invoice-rules}. */
  String name();

  /** How far it is. */
  State state();

  /** How far something is. */
  enum State {
    /** Works, but the first documents wait. */
    STARTING,
    READY,
    /** Does not work; documents that need it are retried, then parked. */
    BROKEN
  }
}
