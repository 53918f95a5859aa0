package org.countinghouse.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.countinghouse.bankfiles.BankStatement.Tie;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the published samples do not show: dialects, and files meant to do harm. */
class StatementFilesTests {

  private static final StatementOptions EURO =
      new StatementOptions("OPERATING", Currency.getInstance("EUR"), false);

  @Test
  void germanTextGivesReferencesNameAccountAndReason() {
    BankEntry entry =
        mt940(
                """
                :61:2603020303DR1200,50NTRFNONREF//B-1
                :86:177?00SEPA-UEBERWEISUNG?20EREF+HBDE-000000017?21KREF+RUN 7?22SV
                WZ+Rechnung 88140-326 RF18?23539007547034?30INGBNL2AXXX?31NL20ING
                B0001234567?32Palokka Paper?33 Oy
                """)
            .get(0);
    BankTransaction transaction = entry.details().get(0);
    assertThat(entry.amount()).isEqualTo(Money.of("-1200.50", "EUR"));
    assertThat(entry.bookedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
    assertThat(entry.valueOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(transaction.references().endToEndId()).isEqualTo("HBDE-000000017");
    assertThat(transaction.references().instructionId()).isEqualTo("RUN 7");
    assertThat(transaction.references().bankReference()).isEqualTo("B-1");
    assertThat(transaction.counterparty())
        .isEqualTo(new BankParty("Palokka Paper Oy", "NL20INGB0001234567", "INGBNL2AXXX"));
    assertThat(transaction.remittance()).isEqualTo("Rechnung 88140-326 RF18539007547034");
    assertThat(transaction.structuredReferences()).containsExactly("RF18539007547034");
  }

  @Test
  void aReturnSaysWhyItCameBack() {
    BankEntry entry =
        mt940(
                """
                :61:2603020303RD371,57NTRFNONREF
                :86:109?00RETOURE?20EREF+HBDE-17?21SVWZ+Konto erloschen?34902
                """)
            .get(0);
    assertThat(entry.amount()).isEqualTo(Money.of("371.57", "EUR"));
    assertThat(entry.reversal()).isTrue();
    assertThat(entry.details().get(0).returned())
        .isEqualTo(new StatusReason("902", "Konto erloschen"));
  }

  @Test
  void dutchTextGivesReferencesNameAndAccount() {
    List<BankEntry> entries =
        mt940(
            """
            :61:260302C10,00NTRFEREF//1
            :86:/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/BIC/INGBNL2A/NAME/J JANSEN
            /REMI/Factuur 88140-326/EREF/HB-9
            :61:260302C11,00NTRFEREF//2
            :86:/EREF/HB-10//CNTP/NL20INGB0001234567/INGBNL2A/J JANSEN///REMI/USTD//Fac
            tuur 7/
            """);
    assertThat(entries)
        .extracting(entry -> entry.details().get(0))
        .allMatch(
            each ->
                each.counterparty()
                    .equals(new BankParty("J JANSEN", "NL20INGB0001234567", "INGBNL2A")))
        .extracting(each -> each.references().endToEndId() + ": " + each.remittance())
        .containsExactly("HB-9: Factuur 88140-326", "HB-10: Factuur 7");
  }

  @Test
  void plainTextIsSearchedForAnAccount() {
    BankTransaction transaction =
        mt940(
                """
                :61:2603020302C507,31NTRFTX7001//BTX7001
                :86:Fjord Tools AS DE70500105175699252753 RF84 customer 1950
                """)
            .get(0)
            .details()
            .get(0);
    assertThat(transaction.counterparty().account()).isEqualTo("DE70500105175699252753");
    assertThat(transaction.references().endToEndId()).isEqualTo("TX7001");
  }

  @Test
  void anEntryOfNewYearsEveBookedInJanuaryIsBookedInTheNewYear() {
    BankEntry entry = mt940(":61:2512310102C1,00NTRFNONREF\n").get(0);
    assertThat(entry.valueOn()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(entry.bookedOn()).isEqualTo(LocalDate.of(2026, 1, 2));
  }

  @Test
  void chargesAndForeignAmountsAreToldApart() {
    BankTransaction transaction =
        mt940(
                """
                :61:2603020302D92,50NTRFNONREF//1
                /OCMT/USD100,//EXCH/1,0811/
                :86:Outgoing /CHGS/EUR2,5/
                """)
            .get(0)
            .details()
            .get(0);
    assertThat(transaction.original()).isEqualTo(Money.of("100.00", "USD"));
    assertThat(transaction.exchangeRate()).isEqualByComparingTo("1.0811");
    assertThat(transaction.charges()).isEqualTo(Money.of("2.50", "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "70011110/4005287001EUR, DE76700111104005287001",
    "50880050/0194774600, DE96508800500194774600",
    "NL20INGB0001234567EUR, NL20INGB0001234567"
  })
  void anAccountIsOfferedInAllFormsItMayHaveElsewhere(String written, String form) {
    StatementHeader header =
        list(StatementFormat.MT940, ":20:A\n:25:" + written + "\n:60F:C260302EUR0,\n", EURO)
            .get(0)
            .statement()
            .header();
    assertThat(header.accountForms()).first().isEqualTo(written);
    assertThat(header.accountForms()).contains(form);
  }

  @Test
  void aTableWithBalancesTies() {
    StatementWithEntries read =
        list(
                StatementFormat.CSV,
                """
                Kontoauszug;DE89 3704 0044 0532 0130 00
                "Buchungstag";"Valuta";"Beguenstigter/Zahlungspflichtiger";"Verwendungszweck";"Betrag";"Waehrung";"Saldo nach Buchung"
                "05.03.2026";"05.03.2026";"Muster AG";"zwei
                Zeilen";"-1.576,49";"EUR";"5.168,57"
                "04.03.2026";"04.03.2026";"O'Brien Ltd";"Invoice";"5.744,51";"EUR";"6.745,06"
                """,
                StatementOptions.NONE)
            .get(0);
    assertThat(read.statement().account()).isEqualTo("DE89370400440532013000");
    assertThat(read.statement().opening().amount()).isEqualTo(Money.of("1000.55", "EUR"));
    assertThat(read.statement().ties()).isEqualTo(Tie.TIES);
    assertThat(read.statement().isBookable()).isTrue();
    assertThat(read.entries().get(0).details().get(0).remittance()).isEqualTo("zwei Zeilen");
  }

  @Test
  void aTableWithDebitAndCreditColumnsAndAmericanDates() {
    var american = new StatementOptions("X", Currency.getInstance("USD"), true);
    StatementWithEntries read =
        list(
                StatementFormat.CSV,
                "Date,Description,Debit,Credit\n"
                    + "03/04/2026,Fee,12.50,\n"
                    + "03/05/2026,In,,\"1,300.00\"\n",
                american)
            .get(0);
    assertThat(read.entries())
        .extracting(entry -> entry.bookedOn() + " " + entry.amount())
        .containsExactly("2026-03-04 -12.50 USD", "2026-03-05 1300.00 USD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date;Amount$01.03.2026;1.234|bankfiles.ambiguous",
        "Date;Amount$01.03.2026;12,5x|bankfiles.value",
        "Date;Amount$31.04.2026;1,00|bankfiles.value",
        "Date;Amount$;1,00|bankfiles.missing",
        "Date;Amount$01.03.2026;1,005|bankfiles.ambiguous",
        "Date;Amount;Currency$01.03.2026;1,00;XYZ|bankfiles.value",
        "Date;Sum$01.03.2026;1,00|bankfiles.column",
        "Date;Amount$|bankfiles.empty"
      })
  void whatATableMayMeanInTwoWaysIsRefused(String table, String code) {
    assertRefused(StatementFormat.CSV, table.replace('$', '\n'), code);
  }

  @Test
  void umlautsAreReadWhateverTheBankWritesThemIn() {
    String table = "Date;Amount;Name\n01.03.2026;1,00;Müller\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
      StatementWithEntries read =
          StatementFiles.list(StatementFormat.CSV, table.getBytes(charset), EURO).get(0);
      assertThat(read.entries().get(0).details().get(0).counterparty().name()).isEqualTo("Müller");
    }
  }

  @Test
  void ofxOfVersionTwoIsReadLikeVersionOne() {
    StatementWithEntries read =
        list(
                StatementFormat.OFX,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE"?>
                <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD</CURDEF>
                <BANKACCTFROM><BANKID>021000021</BANKID><ACCTID>4400</ACCTID></BANKACCTFROM>
                <BANKTRANLIST><DTSTART>20260301</DTSTART><DTEND>20260331</DTEND>
                <STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260302120000[-5:EST]</DTPOSTED>
                <TRNAMT>-10.00</TRNAMT><FITID>1</FITID><MEMO/><NAME>A &amp; B</NAME></STMTTRN>
                </BANKTRANLIST><LEDGERBAL><BALAMT>90.00</BALAMT><DTASOF>20260331</DTASOF></LEDGERBAL>
                <AVAILBAL><BALAMT>80.00</BALAMT><DTASOF>20260331</DTASOF></AVAILBAL>
                </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
                """,
                StatementOptions.NONE)
            .get(0);
    assertThat(read.statement().impliedOpening()).contains(Money.of("100.00", "USD"));
    assertThat(read.statement().header().accountForms()).contains("021000021/4400");
    assertThat(read.entries().get(0).details().get(0).counterparty().name()).isEqualTo("A & B");
    assertThat(read.entries().get(0).bookedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document>&x;</Document>",
        "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><Document>&c;</Document>",
        "<Document><BkToCstmrStmt><Stmt><Id>&undefined;</Id></Stmt></BkToCstmrStmt></Document>",
        "<Document><BkToCstmrStmt><Stmt><Id>1</Id>",
        "<html><body>Service unavailable</body></html>",
        "<Document><CstmrPmtStsRpt/></Document>",
        "<Document/>",
        "<",
        ""
      })
  void xmlThatIsUnsafeBrokenOrSomethingElseIsRefused(String xml) {
    assertThatThrownBy(() -> list(StatementFormat.CAMT, xml, StatementOptions.NONE))
        .isInstanceOfSatisfying(
            BusinessException.class,
            e -> {
              assertThat(e.code().id()).startsWith("bankfiles.");
              assertThat(e.findings()).hasSize(1);
              assertThat(String.valueOf(e.getMessage())).doesNotContain("root:");
            });
  }

  @Test
  void elementsTooDeepAndTextsTooLongAreRefused() {
    String deep = "<a>".repeat(100);
    assertRefused(
        StatementFormat.CAMT, "<Document><BkToCstmrStmt><Stmt>" + deep, "bankfiles.not-readable");
    assertRefused(
        StatementFormat.CAMT,
        "<Document><BkToCstmrStmt><Stmt><Id>" + "x".repeat(200_000),
        "bankfiles.too-long");
  }

  @Test
  void utf16IsReadAsDeclared() {
    byte[] xml = camt("2.00").getBytes(StandardCharsets.UTF_16);
    assertThat(StatementFiles.formatOf(xml, "a")).contains(StatementFormat.CAMT);
    assertThat(StatementFiles.list(StatementFormat.CAMT, xml, StatementOptions.NONE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2.00", "2,00", "2.001", "1e3", "", "NaN", "99999999999999999999"})
  void anAmountIsNeverGuessed(String amount) {
    assertRefused(StatementFormat.CAMT, camt(amount), "bankfiles.value");
  }

  @Test
  void bytesThatAreNoStatementAreNobodys() {
    byte[] zip = {'P', 'K', 3, 4, 0, 0, 1, 2};
    assertThat(StatementFiles.formatOf(zip, "statement")).isEmpty();
    assertThat(StatementFiles.formatOf(new byte[0], "empty")).isEmpty();
  }

  @Test
  void whatCannotBeReadNamesItsLine() {
    assertThatThrownBy(
            () -> list(StatementFormat.MT940, ":20:A\n:25:B\n:60F:C260302EUR1,00\n:61:x\n", EURO))
        .isInstanceOfSatisfying(
            BusinessException.class,
            e -> assertThat(e.findings()).extracting(Finding::place).containsExactly("line 4"));
  }

  @Test
  void whatIsShownOfALineHidesAccountNumbers() {
    assertThatThrownBy(() -> mt940(":61:20x NL20INGB0001234567 x\n"))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("NL20…4567")
        .hasMessageNotContaining("NL20INGB0001234567");
    assertThat(new BankParty("A", "NL20INGB0001234567", null)).hasToString("A NL20…4567");
  }

  private static List<BankEntry> mt940(String entries) {
    return list(
            StatementFormat.MT940,
            ":20:A\n:25:NL20INGB0001234567\n:28C:1/1\n:60F:C260302EUR0,00\n" + entries,
            EURO)
        .get(0)
        .entries();
  }

  private static String camt(String amount) {
    return """
    <?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
    <BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-03-02T20:00:00</CreDtTm></GrpHdr>
    <Stmt><Id>1</Id><Acct><Id><IBAN>NL20INGB0001234567</IBAN></Id></Acct>
    <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry>
    </Stmt></BkToCstmrStmt></Document>
    """
        .formatted(amount)
        .strip();
  }

  private static void assertRefused(StatementFormat format, String content, String code) {
    assertThatThrownBy(() -> list(format, content, EURO))
        .isInstanceOfSatisfying(
            BusinessException.class, e -> assertThat(e.code().id()).isEqualTo(code));
  }

  private static List<StatementWithEntries> list(
      StatementFormat format, String content, StatementOptions options) {
    return StatementFiles.list(format, content.getBytes(StandardCharsets.UTF_8), options);
  }
}
