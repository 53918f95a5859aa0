package org.countinghouse.ledger;

import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said when an account is added; see {@link Account} for the fields. */
public record NewAccount(
    String code,
    String name,
    AccountType type,
    @Nullable String parent,
    boolean postable,
    @Nullable Currency currency,
    Set<String> requiredDimensions,
    @Nullable String controlledBy,
    @Nullable AccountPurpose purpose) {

  public NewAccount {
    requiredDimensions = Set.copyOf(requiredDimensions);
  }

  /** An ordinary account that takes postings in any currency from any module. */
  public static NewAccount of(String code, String name, AccountType type) {
    return new NewAccount(code, name, type, null, true, null, Set.of(), null, null);
  }

  /** A heading that other accounts are summed up in. */
  public static NewAccount heading(String code, String name, AccountType type) {
    return new NewAccount(code, name, type, null, false, null, Set.of(), null, null);
  }

  /** The same below a heading. */
  public NewAccount under(@Nullable String heading) {
    return new NewAccount(
        code, name, type, heading, postable, currency, requiredDimensions, controlledBy, purpose);
  }

  /** The same as a control account of this module. */
  public NewAccount controlledBy(@Nullable String module) {
    return new NewAccount(
        code, name, type, parent, postable, currency, requiredDimensions, module, purpose);
  }

  /** The same, each line naming a cost centre. */
  public NewAccount perCostCentre() {
    return requiring(Account.COST_CENTRE);
  }

  /** The same, each line naming a project. */
  public NewAccount perProject() {
    return requiring(Account.PROJECT);
  }

  /** The same, for one currency only. */
  public NewAccount in(@Nullable Currency only) {
    return new NewAccount(
        code, name, type, parent, postable, only, requiredDimensions, controlledBy, purpose);
  }

  /** The same, as the one the ledger uses for this. */
  public NewAccount serving(@Nullable AccountPurpose use) {
    return new NewAccount(
        code, name, type, parent, postable, currency, requiredDimensions, controlledBy, use);
  }

  private NewAccount requiring(String dimension) {
    Set<String> required = new LinkedHashSet<>(requiredDimensions);
    required.add(dimension);
    return new NewAccount(
        code, name, type, parent, postable, currency, required, controlledBy, purpose);
  }
}
