package org.countinghouse.matching;

import org.jspecify.annotations.Nullable;

/**
 * A difference that was found.
 *
 * @param position line of the invoice; null: it concerns the whole
 * @param text what it is and what to do, figures filled in
 */
public record Remark(Difference difference, @Nullable Integer position, String text) {

  static Remark of(Difference difference, Object... details) {
    return new Remark(difference, null, difference.text().formatted(details));
  }

  static Remark at(int position, Difference difference, Object... details) {
    return new Remark(difference, position, difference.text().formatted(details));
  }

  /** What it does to the invoice. */
  public Effect effect() {
    return difference.effect();
  }
}
