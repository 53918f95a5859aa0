package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.countinghouse.ledger.Books.MAKER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A trial balance of another system becomes the first journal of these books. */
@DatabaseTest
class OpeningBalancesTests {

  private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

  @Autowired OpeningBalances openings;
  @Autowired Ledger ledger;
  @Autowired ChartOfAccounts chart;
  @Autowired TrialBalances trialBalances;
  @Autowired Books books;
  @Autowired BookVerifier verifier;

  private UUID org = Ids.next();

  @BeforeEach
  void booksWithAnAccountForOpeningBalances() {
    org = books.open();
    chart.create(
        org,
        NewAccount.of("3900", "Opening balances", AccountType.EQUITY)
            .serving(AccountPurpose.OPENING_BALANCES),
        MAKER);
  }

  @Test
  void whatTheFileLacksToBalanceStandsOnTheAccountOfOpeningBalances() {
    PostedJournal posted =
        openings.post(
            csv(
                """
                account;name;debit;credit;currency;currency_amount;cost_centre
                1010;Bank;1000.00;;;;
                1020;Bank USD;90.00;;USD;100.00;
                6200;Supplies;12.50;0;;;CC100
                4000;Sales;;200.00;;;
                6100;Rent;0;0;;;
                """),
            MAKER);

    assertThat(posted.source()).isEqualTo("ledger:opening");
    assertThat(ledger.lines(posted.id()))
        .extracting(PostedLine::account, line -> line.amount().toString())
        .containsExactly(
            tuple("1010", "1000.00 EUR"),
            tuple("1020", "100.00 USD"),
            tuple("6200", "12.50 EUR"),
            tuple("4000", "-200.00 EUR"),
            tuple("3900", "-902.50 EUR"));
    assertThat(trialBalances.asOf(org, DAY).totalDebit()).isEqualByComparingTo("1102.50");
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void aFileIsTakenOverOnce() {
    openings.post(csv("account;balance\n1010;5\n"), MAKER);
    assertThatThrownBy(() -> openings.post(csv("account;balance\n1010;5\n"), MAKER))
        .extracting("code")
        .isEqualTo(LedgerError.DUPLICATE_REFERENCE);
    openings.post(csv("account;balance\n1010;-5\n"), MAKER);
    assertThat(trialBalances.asOf(org, DAY).rows()).allMatch(row -> row.balance().signum() == 0);
  }

  @Test
  void everythingWrongIsFoundAtOnceByRowAndNothingIsPosted() {
    OpeningBalances.Request request =
        csv(
            """
            account;debit;credit;currency;currency_amount;cost_centre
            9999;1.00;;;;
            6200;1.00;;;;
            2000;;7.00;;;
            1020;1.00;;USD;;
            1010;1.00;1.00;;;
            1010;1.005;;;;
            1010;x;;;;
            1010;1.00;;YYY;1.00;
            """);
    OpeningBalances.Preview preview = openings.preview(request);
    assertThat(preview.findings())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            tuple("row 2", "ledger.account-unknown"),
            tuple("row 3", "ledger.dimension-missing"),
            tuple("row 4", "ledger.opening-control"),
            tuple("row 5", "ledger.opening-currency-amount"),
            tuple("row 6", "ledger.opening-both-sides"),
            tuple("row 7", "ledger.opening-decimals"),
            tuple("row 8", "tables.number"),
            tuple("row 9", "ledger.opening-currency"));
    assertThatThrownBy(() -> openings.post(request, MAKER))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refusal -> assertThat(refusal.findings()).hasSize(preview.findings().size()));
    assertThat(ledger.chainHead(org, 2025).journals()).isZero();
  }

  @Test
  void sumsOfControlAccountsAreTakenOverOnlyWhenSaidSo() {
    OpeningBalances.Request careful = csv("account;balance\n1010;100.00\n2000;-100.00\n");
    assertThat(openings.preview(careful).findings())
        .extracting(Finding::code)
        .containsExactly("ledger.opening-control");
    PostedJournal posted =
        openings.post(
            new OpeningBalances.Request(org, DAY, careful.name(), careful.content(), true), MAKER);
    assertThat(ledger.lines(posted.id())).hasSize(2);
  }

  @Test
  void aWorkbookIsReadLikeAFile() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet();
      sheet.createRow(0);
      sheet.getRow(0).createCell(0).setCellValue("account");
      sheet.getRow(0).createCell(1).setCellValue("balance");
      sheet.createRow(1).createCell(0).setCellValue("1010");
      sheet.getRow(1).createCell(1).setCellValue(1234.5);
      workbook.write(bytes);
    }
    PostedJournal posted =
        openings.post(
            new OpeningBalances.Request(org, DAY, "opening.xlsx", bytes.toByteArray(), false),
            MAKER);
    assertThat(ledger.lines(posted.id()).get(0).amount()).isEqualTo(Money.of("1234.50", "EUR"));
  }

  private OpeningBalances.Request csv(String text) {
    return new OpeningBalances.Request(
        org, DAY, "opening.csv", text.getBytes(StandardCharsets.UTF_8), false);
  }
}
