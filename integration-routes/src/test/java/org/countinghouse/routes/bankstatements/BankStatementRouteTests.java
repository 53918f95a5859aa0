package org.countinghouse.routes.bankstatements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.BankWorld;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Handling;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.routes.testing.RouteTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What banks drop: good, broken, again and out of order. */
@RouteTest
class BankStatementRouteTests {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Path SAMPLES =
      Path.of(System.getProperty("samples.dir", "../shared/samples"), "bank");
  private static final String MT940 =
      """
      :20:1
      :25:NL20INGB0001234567
      :28C:26/1
      :60F:C260306EUR100,00
      :61:2603060306C23,00NTRFHB-1//B1
      :86:Fjord Tools AS DE70500105175699252753 RF84 customer 1950
      :62F:C260306EUR123,00
      -
      """;

  @Autowired BankWorld world;
  @Autowired BankStatements statements;
  @Autowired Organizations organizations;
  @Autowired Inbox inbox;
  @Autowired Handling handling;

  @Value("${countinghouse.exchange.directory}")
  Path exchange;

  private BankAccount account;

  @BeforeEach
  void account() {
    account = world.account();
  }

  @Test
  void takesAStatementFromTheDropFolderAndSaysWhatBecameOfIt() throws IOException {
    String company = organizations.byId(account.organizationId()).code();
    Path folder = exchange.resolve(company).resolve("in/bank-statements");
    await().atMost(PATIENCE).until(() -> Files.isDirectory(folder.resolve(".done")));
    Files.writeString(folder.resolve("monday.sta"), MT940);

    Path report = folder.resolve(".done/monday.sta.report.txt");
    await().atMost(PATIENCE).until(() -> Files.exists(report));
    assertThat(report)
        .content()
        .contains("ACCEPTED", "MT940: 1 statements, 1 entries, 1 new; 1 booked");
    assertThat(statements.position(account).orElseThrow().balance()).hasToString("123.00 EUR");
  }

  @Test
  void theSameStatementAgainIsADuplicateWhateverTheFileIsCalled() {
    assertThat(handed("a.sta", MT940).document().state()).isEqualTo(InboxState.ACCEPTED);
    InboxRecord again = handed("b.sta", MT940.replace(":20:1", ":20:2"));
    assertThat(again.document().state()).isEqualTo(InboxState.DUPLICATE);
    assertThat(again.document().summary()).contains("0 new; 1 known");
  }

  @Test
  void whatDoesNotAddUpIsKeptAndHeldNotBooked() {
    InboxRecord held = handed("a.sta", MT940.replace("123,00", "124,00"));
    assertThat(held.document().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(held.document().summary()).contains("0 new; 1 held");
    assertThat(held.warnings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bankfiles.does-not-tie", "statement 1"));
    assertThat(statements.position(account)).isEmpty();
  }

  @Test
  void aTableIsOfTheAccountItsNameBeginsWith() {
    String table = "Date;Amount;Purpose;Balance\n06.03.2026;23,00;Rent;123,00\n";
    InboxRecord named = handed("Main-2026-03.csv", table);
    assertThat(named.links()).extracting(link -> link.label()).first().asString().contains("MAIN");
    InboxRecord unnamed = handed("maintenance.csv", table.replace("Rent", "Heat"));
    assertThat(unnamed.errors()).extracting(Finding::code).containsExactly("bankfiles.no-account");
  }

  @Test
  void whatCannotBeReadIsRejectedWithTheReason() {
    for (String content :
        List.of(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM"
                + " \"file:///etc/passwd\">]><a>&b;</a>",
            "<?xml version=\"1.0\"?><html>busy</html>",
            ":20:1\n:25:NL20INGB0001234567\n:60F:C260306EUR100,00\n:61:nonsense\n",
            "01,0004,12345,060321,0829,001,80,1,2/\n",
            "<OFX><STMTRS>",
            "day;sum\n")) {
      InboxRecord rejected = handed("broken", content);
      assertThat(rejected.document().state()).isEqualTo(InboxState.REJECTED);
      assertThat(rejected.errors())
          .isNotEmpty()
          .allMatch(finding -> finding.code().startsWith("bankfiles."))
          .noneMatch(finding -> finding.message().contains("root:"));
    }
  }

  @Test
  @Tag("oracle")
  void dailyFilesInOrderTwiceAndOutOfOrderLeadToTheSameBalance() throws IOException {
    List<Path> daily = daily();
    for (Path file : daily) {
      assertThat(handed(file).document().summary()).endsWith("1 booked");
    }
    assertThat(balance()).isEqualTo("7914.47 EUR");
    for (Path file : daily) {
      InboxRecord again = handed(String.valueOf(file.getFileName()), Files.readString(file) + "\n");
      assertThat(again.document().state()).isEqualTo(InboxState.DUPLICATE);
    }
    assertThat(balance()).isEqualTo("7914.47 EUR");

    account = world.account();
    handed(daily.get(0));
    for (int i = daily.size() - 1; i > 0; i--) {
      handed(daily.get(i));
    }
    assertThat(balance()).isEqualTo("7914.47 EUR");
  }

  @Test
  @Tag("oracle")
  void theMonthThatOverlapsTheDaysBringsOnlyWhatIsNew() throws IOException {
    for (Path file : daily()) {
      handed(file);
    }
    InboxRecord month = handed(SAMPLES.resolve("own-month/nl-operating-camt053-v02.xml"));
    assertThat(month.document().summary()).contains("22 statements, 84 entries, 61 new");
    assertThat(balance()).isEqualTo("-54047.36 EUR");
  }

  @Test
  @Tag("oracle")
  void aMonthIsBookedOnceWhateverFormatsItComesIn() throws IOException {
    List<String> formats =
        List.of(".bai2", "-camt053-v08.xml", ".mt940", ".ofx", "-camt053-v02.xml");
    for (String format : formats) {
      boolean first = format.equals(formats.get(0));
      InboxRecord month = handed(SAMPLES.resolve("own-month/nl-operating" + format));
      assertThat(month.document().state())
          .isEqualTo(first ? InboxState.ACCEPTED : InboxState.DUPLICATE);
      assertThat(month.document().summary()).contains("84 entries, " + (first ? 84 : 0) + " new");
      assertThat(balance()).isEqualTo("-54047.36 EUR");
    }
  }

  @Test
  @Tag("oracle")
  void aBrokenStatementIsHeldAndNothingOfItBooked() throws IOException {
    handed(SAMPLES.resolve("own-daily/nl-operating-20260305.xml"));
    String before = balance();
    var expected = new LinkedHashMap<String, String>();
    expected.put("closing-mismatch.xml", "bankfiles.does-not-tie");
    expected.put("entry-twice.xml", "bankfiles.does-not-tie");
    expected.put("pending.xml", "bankfiles.does-not-tie");
    expected.put("no-closing.xml", "bankfiles.no-closing-balance");
    expected.put("mt940-mismatch.mt940", "bankfiles.does-not-tie");
    expected.put("mt940-truncated.mt940", "bankfiles.no-closing-balance");
    expected.put("unknown-account.xml", "banking.statement-account");
    expected.put("gap.xml", "banking.statement-gap");
    for (Map.Entry<String, String> each : expected.entrySet()) {
      held(each.getKey(), each.getValue());
      assertThat(balance()).isEqualTo(before);
    }
    InboxRecord refused = handed(SAMPLES.resolve("own-broken/nl-operating-amount-negative.xml"));
    assertThat(refused.document().state()).isEqualTo(InboxState.REJECTED);
    assertThat(refused.errors()).extracting(Finding::code).containsExactly("bankfiles.value");

    // the whole statement, after all those broken ones, is booked
    assertThat(handed(SAMPLES.resolve("own-daily/nl-operating-20260306.xml")).document().summary())
        .contains("4 new; 1 booked");
    InboxRecord again = handed(SAMPLES.resolve("own-broken/nl-operating-again-other-msgid.xml"));
    assertThat(again.document().state()).isEqualTo(InboxState.DUPLICATE);
    assertThat(balance()).isEqualTo("23375.78 EUR");
  }

  @Test
  @Tag("oracle")
  void anEntryInAForeignCurrencyHoldsItsStatement() throws IOException {
    held("other-currency-entry.xml", "bankfiles.other-currency");
    assertThat(balance()).isEmpty();
  }

  private void held(String name, String code) throws IOException {
    InboxRecord held = handed(SAMPLES.resolve("own-broken/nl-operating-" + name));
    assertThat(held.document().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(held.document().summary()).endsWith("0 new; 1 held");
    assertThat(held.warnings()).extracting(Finding::code).contains(code);
  }

  private static List<Path> daily() throws IOException {
    Path folder = SAMPLES.resolve("own-daily");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no samples at " + folder);
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private String balance() {
    return statements.position(account).map(each -> each.balance().toString()).orElse("");
  }

  private InboxRecord handed(Path file) throws IOException {
    Assumptions.assumeTrue(Files.exists(file), "no samples at " + file);
    return handed(
        String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
  }

  private InboxRecord handed(String name, String content) {
    UUID id =
        inbox
            .receive(
                account.organizationId(),
                BankStatementHandler.CHANNEL,
                name,
                content.getBytes(StandardCharsets.UTF_8))
            .id();
    handling.handle(id);
    await().atMost(PATIENCE).until(() -> document(id).state() != InboxState.RECEIVED);
    return inbox.show(id);
  }

  private InboxDocument document(UUID id) {
    return inbox.find(id).orElseThrow();
  }
}
