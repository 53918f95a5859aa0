package org.countinghouse.assets.schedule;

import java.time.LocalDate;
import org.countinghouse.money.Money;

/**
 * What changed the value of an asset besides depreciation.
 *
 * @param kind what happened
 * @param on when
 * @param cost without sign; zero for an impairment
 * @param accumulated without sign: written down before a takeover, by an impairment, or on what was
 *     disposed of; else zero
 */
public record ValueEvent(Kind kind, LocalDate on, Money cost, Money accumulated) {

  /** What can happen. */
  public enum Kind {
    /** It was bought or made: cost begins here. */
    ACQUISITION,
    /** It came with its history from other books: cost and what was written down before the day. */
    TAKEOVER,
    /** Its cost grew; spread over what is left of its life (IAS 16.12-14). */
    ADDITION,
    /** It is worth less (IAS 36.59); later depreciation spreads what is left (36.63). */
    IMPAIRMENT,
    /** All or a part of it went. */
    DISPOSAL
  }
}
