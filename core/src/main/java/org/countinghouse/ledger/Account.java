package org.countinghouse.ledger;

import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of one organization's chart.
 *
 * @param code its identity within the organization; never changes
 * @param parent code of the account it is summed up in
 * @param postable false for headings
 * @param currency when set, only lines in this currency may be posted
 * @param requiredDimensions what each line must carry besides; {@value #COST_CENTRE} and {@value
 *     #PROJECT} are known
 * @param controlledBy when set, a control account: the only module that may post to it
 * @param purpose what the ledger itself uses it for; one account per purpose
 * @param active false: no new postings
 */
public record Account(
    UUID id,
    UUID organizationId,
    String code,
    String name,
    AccountType type,
    @Nullable String parent,
    boolean postable,
    @Nullable Currency currency,
    Set<String> requiredDimensions,
    @Nullable String controlledBy,
    @Nullable AccountPurpose purpose,
    boolean active) {

  /** The dimension that says where in the organization money is spent. */
  public static final String COST_CENTRE = "cost-centre";

  /** The dimension that says what undertaking money is spent on or earned by. */
  public static final String PROJECT = "project";

  /** Every dimension an account can require. */
  public static final Set<String> DIMENSIONS = Set.of(COST_CENTRE, PROJECT);

  public Account {
    requiredDimensions = Set.copyOf(requiredDimensions);
  }
}
