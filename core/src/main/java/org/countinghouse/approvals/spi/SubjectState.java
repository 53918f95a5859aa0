package org.countinghouse.approvals.spi;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.approvals.Fact;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What stands to be approved at this moment.
 *
 * @param reference the number people know it by
 * @param title what it is, in a few words: the supplier's name, the month to close
 * @param amount in the organization's base currency, never negative; null where limits do not
 *     matter
 * @param costCentre whose limits apply; null for all
 * @param makers who prepared it and may therefore not approve it; names of users
 * @param facts everything a change of which would need a new approval, in the order it is shown
 * @param evidence what an approver must write down to agree; null when agreeing needs no reason
 */
public record SubjectState(
    UUID organizationId,
    String reference,
    String title,
    @Nullable Money amount,
    @Nullable String costCentre,
    Set<String> makers,
    List<Fact> facts,
    @Nullable String evidence) {

  public SubjectState {
    makers = Set.copyOf(makers);
    facts = List.copyOf(facts);
  }
}
