package org.countinghouse.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.money.Money;
import org.countinghouse.reconciliation.SuspenseMapper.AccountState;
import org.springframework.stereotype.Component;

/**
 * What the books say of a bank account must be what its bank says, and everything the bank booked
 * in the month must be explained. Accounts without statements are not asked.
 */
@Component
class BankBalanceCheck implements ReadinessCheck {

  private final SuspenseMapper mapper;

  BankBalanceCheck(SuspenseMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String key() {
    return "reconciliation.bank-equals-statement";
  }

  @Override
  public Title title() {
    return new Title(
        "Bank accounts equal their statements and nothing is in suspense",
        "Bankkonten gleich Kontoauszügen und nichts ungeklärt");
  }

  @Override
  public String owner() {
    return "treasurer";
  }

  @Override
  public Set<String> watchedAccounts(UUID organizationId, YearMonth period) {
    return mapper.listStates(organizationId, period.atEndOfMonth()).stream()
        .map(AccountState::ledgerAccount)
        .collect(Collectors.toSet());
  }

  @Override
  public Readiness check(UUID organizationId, YearMonth period) {
    LocalDate last = period.atEndOfMonth();
    List<OpenItem> open = new ArrayList<>();
    List<TieOut> ties = new ArrayList<>();
    List<AccountState> states = mapper.listStates(organizationId, last);
    for (AccountState state : states) {
      Currency currency = Currency.getInstance(state.currency());
      ties.add(
          new TieOut(
              "bank " + state.code(),
              state.ledgerAccount(),
              new Money(state.ledger(), currency),
              new Money(state.bank(), currency)));
      if (state.suspended() > 0) {
        open.add(
            new OpenItem(
                "bank-suspense",
                state.code(),
                "%s entries of the bank are not explained: say what they are."
                    .formatted(state.suspended()),
                "/api/reconciliation/entries"));
      }
    }
    return new Readiness(open, ties, Map.of("bankAccounts", Integer.toString(states.size())));
  }
}
