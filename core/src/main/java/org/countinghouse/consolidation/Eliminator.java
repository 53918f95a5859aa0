package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.consolidation.ConsolidationLine.Kind;

/**
 * Takes the business among members out of the sum of their figures. Both ends of a pair go
 * entirely; what they differ by in the group's currency stays visible on an account of its own and
 * never disappears in another figure.
 *
 * <p>Where members revalued what they owe each other in foreign currency, the difference of a
 * balance pair is exactly what they booked as valuation, and both cancel on that account; the gain
 * or loss stays a result, as IAS 21.45 wants it.
 */
final class Eliminator {

  private Eliminator() {}

  private record Place(UUID memberId, String account) {}

  /** The lines that take every pair out of these lines of the members; they sum to zero. */
  static List<ConsolidationLine> eliminate(GroupBook book, List<ConsolidationLine> members) {
    Map<Place, ConsolidationLine> lines = new HashMap<>();
    for (ConsolidationLine line : members) {
      if (line.memberId() != null && line.account() != null) {
        lines.put(new Place(line.memberId(), line.account()), line);
      }
    }
    List<ConsolidationLine> eliminations = new ArrayList<>();
    for (IntercompanyPair pair : book.pairs()) {
      ConsolidationLine a = lines.get(new Place(pair.memberA(), pair.accountA()));
      ConsolidationLine b = lines.get(new Place(pair.memberB(), pair.accountB()));
      BigDecimal left = BigDecimal.ZERO;
      if (a != null) {
        eliminations.add(undo(pair, a));
        left = left.add(a.amount());
      }
      if (b != null) {
        eliminations.add(undo(pair, b));
        left = left.add(b.amount());
      }
      if (left.signum() != 0) {
        eliminations.add(difference(book, pair, left));
      }
    }
    return eliminations;
  }

  private static ConsolidationLine undo(IntercompanyPair pair, ConsolidationLine line) {
    return new ConsolidationLine(
        0,
        Kind.ELIMINATION,
        line.memberId(),
        line.account(),
        pair.id(),
        line.groupAccount(),
        null,
        null,
        null,
        line.amount().negate(),
        pair.name());
  }

  private static ConsolidationLine difference(
      GroupBook book, IntercompanyPair pair, BigDecimal left) {
    GroupPurpose purpose =
        switch (pair.kind()) {
          case BALANCE -> GroupPurpose.BALANCE_DIFFERENCE;
          case RESULT -> GroupPurpose.RESULT_DIFFERENCE;
          case INVESTMENT -> GroupPurpose.ACQUISITION_DIFFERENCE;
        };
    return new ConsolidationLine(
        0,
        Kind.ELIMINATION,
        null,
        null,
        pair.id(),
        book.require(purpose).code(),
        null,
        null,
        null,
        left,
        pair.name() + ": difference");
  }
}
