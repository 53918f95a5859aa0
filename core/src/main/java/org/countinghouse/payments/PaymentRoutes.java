package org.countinghouse.payments;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.payables.Payee;
import org.countinghouse.payables.Payees;
import org.countinghouse.payments.ProposalMapper.Destination;
import org.countinghouse.payments.ProposalMapper.Routes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds from which account of ours, and how, suppliers are paid. */
@Component
class PaymentRoutes {

  private final BankAccounts bankAccounts;
  private final Payees payees;
  private final PaymentPolicies policies;
  private final AchAgreements agreements;

  PaymentRoutes(
      BankAccounts bankAccounts,
      Payees payees,
      PaymentPolicies policies,
      AchAgreements agreements) {
    this.bankAccounts = bankAccounts;
    this.payees = payees;
    this.policies = policies;
    this.agreements = agreements;
  }

  /** One way, or why there is none. */
  record Route(@Nullable BankAccount from, @Nullable PaymentMethod method, @Nullable String cause) {

    static Route none(String cause) {
      return new Route(null, null, cause);
    }
  }

  /**
   * The routes to these destinations.
   *
   * @param from id of the one account to pay from; null: each currency from its own
   */
  Routes of(UUID organizationId, List<Destination> destinations, @Nullable UUID from) {
    Map<UUID, Payee> known =
        payees.byAccount(
            organizationId,
            destinations.stream().map(Destination::accountId).collect(Collectors.toSet()));
    List<BankAccount> ours =
        bankAccounts.list(organizationId).stream().filter(BankAccount::isOpen).toList();
    Map<String, String> preferred = policies.of(organizationId).accounts();
    Set<UUID> byAch = agreements.accounts(organizationId);
    List<Route> routes = new ArrayList<>(destinations.size());
    for (Destination destination : destinations) {
      Currency currency = Currency.getInstance(destination.currency());
      BankAccount account = pick(ours, preferred, currency, from);
      Payee payee = known.get(destination.accountId());
      routes.add(
          account == null || payee == null
              ? Route.none("no-bank-account")
              : route(account, payee, currency, byAch.contains(account.id())));
    }
    return columns(destinations, routes);
  }

  /** The way from this account of ours to a payee. */
  Route route(BankAccount account, Payee payee, Currency currency) {
    boolean byAch = agreements.find(account.id()).isPresent();
    return route(account, payee, currency, byAch);
  }

  private static Route route(BankAccount account, Payee payee, Currency currency, boolean byAch) {
    PaymentMethod method = PaymentMethod.between(account.number(), payee.number(), currency);
    if (method == PaymentMethod.ACH && !byAch) {
      return Route.none("no-ach-agreement");
    }
    if (method == PaymentMethod.CROSS_BORDER) {
      // correspondent banks need both (CBPR+ usage guidelines), and refuse days later what lacks
      // them
      if (payee.bic() == null) {
        return Route.none("bank-missing");
      }
      if (payee.address().city() == null || payee.address().country() == null) {
        return Route.none("address-missing");
      }
    }
    return new Route(account, method, null);
  }

  /**
   * The wanted one; else the one the currency is paid from; else one kept in it; else the first.
   */
  private static @Nullable BankAccount pick(
      List<BankAccount> ours,
      Map<String, String> preferred,
      Currency currency,
      @Nullable UUID from) {
    if (from != null) {
      return ours.stream().filter(account -> account.id().equals(from)).findFirst().orElse(null);
    }
    String code = preferred.get(currency.getCurrencyCode());
    return ours.stream()
        .filter(account -> account.code().equals(code))
        .findFirst()
        .or(() -> ours.stream().filter(a -> a.currency().equals(currency)).findFirst())
        .orElse(null);
  }

  private static Routes columns(List<Destination> destinations, List<Route> routes) {
    int count = destinations.size();
    var accounts = new UUID[count];
    var currencies = new String[count];
    var from = new @Nullable UUID[count];
    var methods = new @Nullable String[count];
    var causes = new @Nullable String[count];
    for (int i = 0; i < count; i++) {
      accounts[i] = destinations.get(i).accountId();
      currencies[i] = destinations.get(i).currency();
      BankAccount account = routes.get(i).from();
      PaymentMethod method = routes.get(i).method();
      from[i] = account == null ? null : account.id();
      methods[i] = method == null ? null : method.name();
      causes[i] = routes.get(i).cause();
    }
    return new Routes(accounts, currencies, from, methods, causes);
  }
}
