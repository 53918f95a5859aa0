package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.countinghouse.ledger.Books.MAKER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The dimension beside the cost centre, posted and imported. */
@DatabaseTest
class ProjectTests {

  private static final LocalDate DAY = LocalDate.of(2025, 3, 10);

  @Autowired Ledger ledger;
  @Autowired JournalImport imports;
  @Autowired ChartOfAccounts chart;
  @Autowired Organizations organizations;
  @Autowired Books books;
  @Autowired BookVerifier verifier;
  @Autowired DimensionBalances balances;

  private UUID org = Ids.next();

  @BeforeEach
  void booksWithAnAccountPerProject() {
    org = books.open();
    chart.create(
        org, NewAccount.of("6300", "Project costs", AccountType.EXPENSE).perProject(), MAKER);
  }

  @Test
  void postedImportedAndReversedLinesKeepTheirProjectAndTheBooksVerify() {
    PostedJournal posted = ledger.post(costs("P-1", "30.00"), MAKER);
    ledger.reverse(posted.id(), DAY.plusDays(1), "Wrong", MAKER);
    imports.run(JournalFiles.request(org, file("P-1")), file("P-1"), lines -> {});

    assertThat(ledger.lines(posted.id()).get(0).project()).isEqualTo("P-1");
    YearMonth month = YearMonth.from(DAY);
    assertThat(balances.between(org, Dimension.PROJECT, "P-1", month, month))
        .extracting(DimensionBalance::account, row -> row.debit() + " " + row.credit())
        .containsExactly(tuple("6300", "42.00 30.00"));
    assertThat(balances.between(org, Dimension.PROJECT, null, month.plusMonths(1), month))
        .isEmpty();
    assertThat(balances.between(org, Dimension.COST_CENTRE, null, month, month)).isEmpty();
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void linesWithoutTheProjectTheirAccountAsksForAreRefused() {
    assertThat(refusal(costs(null, "1.00")).findings())
        .extracting(Finding::code)
        .containsExactly("ledger.dimension-missing");
    var refused =
        catchThrowableOfType(
            BusinessException.class,
            () -> imports.run(JournalFiles.request(org, file("")), file(""), lines -> {}));
    assertThat(refused.findings())
        .extracting(Finding::code)
        .containsExactly("ledger.dimension-missing");
  }

  @Test
  void aClosedProjectTakesNothingUntilItIsOpenedAgain() {
    organizations.openProject(org, "P-1", false, MAKER);
    assertThat(refusal(costs("P-1", "1.00")).code()).isEqualTo(LedgerError.PROJECT_UNKNOWN);
    var refused =
        catchThrowableOfType(
            BusinessException.class,
            () -> imports.run(JournalFiles.request(org, file("P-1")), file("P-1"), lines -> {}));
    assertThat(refused.findings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(tuple("ledger.project-unknown", "line 2"));
    organizations.openProject(org, "P-1", true, MAKER);
    ledger.post(costs("P-1", "1.00"), MAKER);
  }

  private BusinessException refusal(JournalDraft draft) {
    return catchThrowableOfType(BusinessException.class, () -> ledger.post(draft, MAKER));
  }

  private JournalDraft costs(String project, String eur) {
    return new JournalDraft(
        org,
        DAY,
        "Costs",
        "ledger",
        "C-" + project + eur,
        List.of(
            DraftLine.debit("6300", Money.of(eur, "EUR")).forProject(project).saying("Steel"),
            DraftLine.credit("1010", Money.of(eur, "EUR"))));
  }

  private static JournalSource file(String project) {
    return JournalFiles.of(
        """
        entry,date,line,account,debit,credit,currency,project,text
        E-1,2025-03-12,1,6300,12.00,,EUR,%s,Steel
        E-1,2025-03-12,2,1010,,12.00,EUR,,
        """
            .formatted(project)
            .getBytes(StandardCharsets.UTF_8));
  }
}
