package org.countinghouse.close;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.reporting.StatementFinding;
import org.countinghouse.reporting.Statements;
import org.springframework.stereotype.Component;

/**
 * Every account with a balance must stand on exactly one line of the statements before a month
 * closes; one that was never posted to can still be assigned when it is. It is here and not in
 * {@code reporting} because the close makes workbooks and so knows reporting already.
 */
@Component
class StatementMappingCheck implements ReadinessCheck {

  static final String KEY = "reporting.statement-mapping";

  private final Statements statements;
  private final TrialBalances trialBalances;

  StatementMappingCheck(Statements statements, TrialBalances trialBalances) {
    this.statements = statements;
    this.trialBalances = trialBalances;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Title title() {
    return new Title(
        "Every account stands on exactly one line of the statements",
        "Jedes Konto steht in genau einem Posten der Abschlüsse");
  }

  @Override
  public Readiness check(UUID organizationId, YearMonth period) {
    Set<String> posted =
        trialBalances.asOf(organizationId, period.atEndOfMonth()).rows().stream()
            .map(TrialBalanceRow::account)
            .collect(Collectors.toSet());
    List<StatementFinding> severe =
        statements.findings(organizationId).stream()
            .filter(finding -> finding.isSevere() && posted.contains(finding.account()))
            .toList();
    return Readiness.of(
        severe.stream().map(StatementMappingCheck::item).toList(),
        Map.of("accountsNotOnOneLine", Integer.toString(severe.size())));
  }

  private static OpenItem item(StatementFinding finding) {
    return new OpenItem(
        "statement-account",
        finding.account(),
        finding.text(),
        "/api/reporting/reports/" + finding.statement());
  }
}
