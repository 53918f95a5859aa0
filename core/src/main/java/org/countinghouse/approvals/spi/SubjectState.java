package org.countinghouse.approvals.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
 * @param inputs what else the decision table of the kind reads, such as {@code category} and {@code
 *     currency}, by the table's input name. Every subject of one kind gives the same names, empty
 *     text where there is nothing to say. Derived from the facts: another input is another fact
 */
public record SubjectState(
    UUID organizationId,
    String reference,
    String title,
    @Nullable Money amount,
    @Nullable String costCentre,
    Set<String> makers,
    List<Fact> facts,
    @Nullable String evidence,
    Map<String, String> inputs) {

  private static final Pattern INPUT_NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  /** What the process {@code approval} calls something of its own by. */
  private static final Set<String> RESERVED =
      Set.of(
          "amount",
          "costCentre",
          "decision",
          "text",
          "seenHash",
          "subjectType",
          "subjectId",
          "organization",
          "organizationId",
          "remindAt",
          "escalateAt");

  /**
   * Copies what is given.
   *
   * @throws IllegalArgumentException when an input's name is none a table could read
   */
  public SubjectState {
    makers = Set.copyOf(makers);
    facts = List.copyOf(facts);
    inputs = Map.copyOf(inputs);
    for (String name : inputs.keySet()) {
      if (!INPUT_NAME.matcher(name).matches()
          || RESERVED.contains(name)
          || name.startsWith("approval")) {
        throw new IllegalArgumentException("no name for an input of a decision table: " + name);
      }
    }
  }

  /** A subject whose decision table reads amount and cost centre only. */
  public SubjectState(
      UUID organizationId,
      String reference,
      String title,
      @Nullable Money amount,
      @Nullable String costCentre,
      Set<String> makers,
      List<Fact> facts,
      @Nullable String evidence) {
    this(organizationId, reference, title, amount, costCentre, makers, facts, evidence, Map.of());
  }
}
