package org.countinghouse.routes.journals.saft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countinghouse.errors.Finding;
import org.countinghouse.routes.journals.BookingError;
import org.jspecify.annotations.Nullable;

/** Whether a file holds together: its own totals, its transactions, its balances. */
record SaftStatistics(
    int transactions,
    int lines,
    BigDecimal debit,
    BigDecimal credit,
    int unbalancedTransactions,
    int accounts,
    BigDecimal opening,
    BigDecimal closing,
    int tyingAccounts,
    List<Finding> findings) {

  static SaftStatistics of(SaftFile file) {
    List<Finding> findings = new ArrayList<>();
    BigDecimal debit = BigDecimal.ZERO;
    BigDecimal credit = BigDecimal.ZERO;
    int lines = 0;
    int unbalanced = 0;
    Map<String, BigDecimal> movements = new HashMap<>();
    for (SaftFile.Transaction transaction : file.transactions()) {
      for (SaftFile.Line line : transaction.lines()) {
        lines++;
        movements.merge(line.account(), line.amount(), BigDecimal::add);
        debit = debit.add(line.amount().max(BigDecimal.ZERO));
        credit = credit.add(line.amount().negate().max(BigDecimal.ZERO));
      }
      if (transaction.balance().signum() != 0) {
        unbalanced++;
        findings.add(
            BookingError.SAFT_UNBALANCED.at(
                "transaction " + transaction.id(),
                transaction.id(),
                transaction.balance().toPlainString()));
      }
    }
    SaftFile.Totals stated = file.stated();
    total(
        stated.entries(), "transactions", BigDecimal.valueOf(file.transactions().size()), findings);
    total(stated.debit(), "debit", debit, findings);
    total(stated.credit(), "credit", credit, findings);
    return new SaftStatistics(
        file.transactions().size(),
        lines,
        debit,
        credit,
        unbalanced,
        file.accounts().size(),
        sum(file.accounts().stream().map(SaftFile.Account::opening).toList()),
        sum(file.accounts().stream().map(SaftFile.Account::closing).toList()),
        tying(file, movements, findings),
        List.copyOf(findings));
  }

  private static int tying(
      SaftFile file, Map<String, BigDecimal> movements, List<Finding> findings) {
    int tying = 0;
    for (SaftFile.Account account : file.accounts()) {
      BigDecimal movement = movements.getOrDefault(account.id(), BigDecimal.ZERO);
      BigDecimal expected = account.opening().add(movement);
      if (expected.compareTo(account.closing()) == 0) {
        tying++;
      } else {
        findings.add(
            BookingError.SAFT_ACCOUNT.at(
                "account " + account.id(),
                account.id(),
                account.opening().toPlainString(),
                movement.toPlainString(),
                expected.toPlainString(),
                account.closing().toPlainString()));
      }
    }
    return tying;
  }

  private static void total(
      @Nullable BigDecimal stated, String what, BigDecimal counted, List<Finding> findings) {
    if (stated != null && stated.compareTo(counted) != 0) {
      findings.add(
          BookingError.SAFT_TOTAL.at(
              "GeneralLedgerEntries", stated.toPlainString(), what, counted.toPlainString()));
    }
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
