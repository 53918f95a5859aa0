package org.countinghouse.ledger;

import org.countinghouse.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who made a journal and who checked it, each with the person in whose place they acted.
 *
 * @param makerFor in whose place the maker acted
 * @param checkerFor in whose place the checker acted
 */
public record Signatures(
    String maker,
    @Nullable String makerFor,
    @Nullable String checker,
    @Nullable String checkerFor) {

  /**
   * @throws org.countinghouse.errors.BusinessException {@code ledger.maker-is-checker} when one
   *     person, in own right or by a substitute, would do both
   */
  public static Signatures of(Actor maker, @Nullable Actor checker) {
    if (checker == null) {
      return new Signatures(maker.username(), maker.onBehalfOf(), null, null);
    }
    if (isOneOf(checker.username(), maker) || isOneOf(checker.onBehalfOf(), maker)) {
      throw LedgerError.MAKER_IS_CHECKER.with(maker.username());
    }
    return new Signatures(
        maker.username(), maker.onBehalfOf(), checker.username(), checker.onBehalfOf());
  }

  private static boolean isOneOf(@Nullable String name, Actor actor) {
    return name != null && (name.equals(actor.username()) || name.equals(actor.onBehalfOf()));
  }
}
