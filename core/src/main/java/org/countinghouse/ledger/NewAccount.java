package org.countinghouse.ledger;

import java.util.Currency;
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
    @Nullable String controlledBy) {

  public NewAccount {
    requiredDimensions = Set.copyOf(requiredDimensions);
  }

  /** An ordinary account that takes postings in any currency from any module. */
  public static NewAccount of(String code, String name, AccountType type) {
    return new NewAccount(code, name, type, null, true, null, Set.of(), null);
  }

  /** A heading that other accounts are summed up in. */
  public static NewAccount heading(String code, String name, AccountType type) {
    return new NewAccount(code, name, type, null, false, null, Set.of(), null);
  }

  /** The same below a heading. */
  public NewAccount under(String heading) {
    return new NewAccount(
        code, name, type, heading, postable, currency, requiredDimensions, controlledBy);
  }

  /** The same as a control account of this module. */
  public NewAccount controlledBy(String module) {
    return new NewAccount(code, name, type, parent, postable, currency, requiredDimensions, module);
  }

  /** The same, each line naming a cost centre. */
  public NewAccount perCostCentre() {
    return new NewAccount(
        code, name, type, parent, postable, currency, Set.of(Account.COST_CENTRE), controlledBy);
  }

  /** The same, for one currency only. */
  public NewAccount in(Currency only) {
    return new NewAccount(
        code, name, type, parent, postable, only, requiredDimensions, controlledBy);
  }
}
