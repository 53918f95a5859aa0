package org.countinghouse.routes.journals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.routes.testing.RouteTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of other accounting programs in the channel journals. */
@RouteTest
class BookingFilesTests {

  private static final String DATEV =
      """
      "EXTF";700;21;"Buchungsstapel";9;20250315102500000;;"XY";"Me";"";1001;456;20250101;4;20250301;20250331;"März";"";1;;0;"EUR"
      Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basisumsatz;WKZ Basisumsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext
      900,00;"S";"";;;"";6100;1010;"";103;"M-3";"";;"Miete März"
      %s,50;"H";"";;;"";%s;1010;"";1503;"G-1";"";;"Bankgebühr"
      """;

  private static final String SAFT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <AuditFile xmlns="urn:StandardAuditFile-Taxation-Financial:NO">
        <Header><Company><Name>Old books</Name></Company><DefaultCurrencyCode>EUR</DefaultCurrencyCode></Header>
        <MasterFiles><GeneralLedgerAccounts>
          <Account><AccountID>1010</AccountID><OpeningDebitBalance>1000.00</OpeningDebitBalance><ClosingDebitBalance>%s</ClosingDebitBalance></Account>
          <Account><AccountID>6100</AccountID><OpeningDebitBalance>0</OpeningDebitBalance><ClosingDebitBalance>300.00</ClosingDebitBalance></Account>
        </GeneralLedgerAccounts></MasterFiles>
        <GeneralLedgerEntries>
          <NumberOfEntries>1</NumberOfEntries><TotalDebit>300.00</TotalDebit><TotalCredit>300.00</TotalCredit>
          <Journal><JournalID>B</JournalID><Transaction><TransactionID>7</TransactionID><TransactionDate>2025-02-03</TransactionDate><Description>Rent</Description>
            <Line><AccountID>6100</AccountID><DebitAmount><Amount>300.00</Amount></DebitAmount></Line>
            <Line><AccountID>1010</AccountID><CreditAmount><Amount>300.00</Amount></CreditAmount></Line>
          </Transaction></Journal>
        </GeneralLedgerEntries>
      </AuditFile>
      """;

  @Autowired Books books;
  @Autowired Inbox inbox;
  @Autowired TrialBalances trialBalances;

  private UUID organization = new UUID(0, 0);

  @BeforeEach
  void newBooks() {
    organization = books.open();
  }

  @Test
  void datevBatchIsPostedAsItsProgramWroteIt() {
    InboxRecord settled =
        drop(
            "EXTF_Buchungsstapel.csv",
            DATEV.formatted("12", "6100"),
            Charset.forName("windows-1252"));

    assertThat(settled.document().state()).as("%s", settled).isEqualTo(InboxState.ACCEPTED);
    assertThat(settled.links()).hasSize(2);
    assertThat(balance("6100")).isEqualByComparingTo("887.50");
    assertThat(balance("1010")).isEqualByComparingTo("-887.50");
  }

  @Test
  void datevBatchWithOneWrongBookingIsRefusedAsAWhole() {
    InboxRecord settled = drop("EXTF.csv", DATEV.formatted("12", "9999"), StandardCharsets.UTF_8);

    assertThat(settled.document().state()).isEqualTo(InboxState.REJECTED);
    assertThat(settled.errors())
        .extracting(finding -> finding.code() + " at " + finding.place())
        .containsExactly("ledger.account-unknown at line 4");
    assertThat(balance("6100")).isZero();
  }

  @Test
  void saftFileThatHoldsTogetherIsPosted() {
    InboxRecord settled = drop("saft.xml", SAFT.formatted("700.00"), StandardCharsets.UTF_8);

    assertThat(settled.document().state()).as("%s", settled).isEqualTo(InboxState.ACCEPTED);
    assertThat(balance("6100")).isEqualByComparingTo("300.00");
  }

  @Test
  void saftFileWhoseAccountDoesNotTieIsRefusedNamingIt() {
    InboxRecord settled = drop("saft.xml", SAFT.formatted("1000.00"), StandardCharsets.UTF_8);

    assertThat(settled.document().state()).isEqualTo(InboxState.REJECTED);
    assertThat(settled.document().summary()).contains("1 of 2 accounts tie");
    assertThat(settled.errors())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("journals.saft-account");
              assertThat(finding.message()).contains("Account 1010", "700.00", "1000.00");
            });
  }

  private InboxRecord drop(String name, String content, Charset charset) {
    UUID id = inbox.receive(organization, "journals", name, content.getBytes(charset)).id();
    await().atMost(Duration.ofSeconds(20)).until(() -> !inbox.show(id).document().state().isOpen());
    return inbox.show(id);
  }

  private BigDecimal balance(String account) {
    return trialBalances.asOf(organization, LocalDate.of(2025, 12, 31)).rows().stream()
        .filter(row -> row.account().equals(account))
        .map(TrialBalanceRow::balance)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
