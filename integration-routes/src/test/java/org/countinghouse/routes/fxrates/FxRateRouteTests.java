package org.countinghouse.routes.fxrates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.currency.FxRate;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Handling;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.organizations.Organization;
import org.countinghouse.routes.testing.RouteTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rates as the ECB publishes them, good and broken. */
@RouteTest
class FxRateRouteTests {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final String DAILY_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
        <gesmes:subject>Reference rates</gesmes:subject>
        <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
        <Cube>
          <Cube time='2026-04-13'>
            <Cube currency='USD' rate='1.1684'/>
            <Cube currency='JPY' rate='186.75'/>
          </Cube>
        </Cube>
      </gesmes:Envelope>
      """;

  @Autowired TestOrganizations organizations;

  @Value("${countinghouse.exchange.directory}")
  Path exchange;

  @Autowired Inbox inbox;
  @Autowired Handling handling;
  @Autowired FxRates rates;
  @Autowired JdbcTemplate jdbc;

  private Organization company;

  @BeforeEach
  void company() {
    company = organizations.german();
  }

  @Test
  void takesTheDailyXmlFromTheDropFolder() throws IOException {
    Path folder = exchange.resolve(company.code()).resolve("in/fx-rates");
    await().atMost(PATIENCE).until(() -> Files.isDirectory(folder.resolve(".done")));
    Files.writeString(folder.resolve("eurofxref-daily.xml"), DAILY_XML);

    Path report = folder.resolve(".done/eurofxref-daily.xml.report.txt");
    await().atMost(PATIENCE).until(() -> Files.exists(report));
    assertThat(report)
        .content()
        .contains("ACCEPTED", "of 2026-04-13: 1 days, 2 currencies, 2 rates; 2 new, 0 known");
    assertThat(rate("JPY", "2026-04-13").rate()).isEqualByComparingTo("186.75");
    assertThat(rate("USD", "2026-04-15").source()).isEqualTo("ECB");
  }

  @Test
  void takesTheDailyCsvWithItsDayInWords() {
    InboxRecord document =
        handed("eurofxref.csv", "Date, USD, JPY, \n13 April 2026, 1.1684, 186.75, \n");
    assertThat(document.document().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(rate("USD", "2026-04-13").rate()).isEqualByComparingTo("1.1684");
  }

  @Test
  void theNextHistoryAddsOnlyItsNewDays() {
    handed("first.csv", "Date,USD,\n2026-04-10,1.1711,\n");
    InboxRecord second =
        handed("second.csv", "Date,USD,BGN,\n2026-04-13,1.1684,N/A,\n2026-04-10,1.1711,N/A,\n");
    assertThat(second.document().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(second.document().summary()).endsWith("2 rates; 1 new, 1 known");
  }

  @Test
  void rejectsAFileThatContradictsWhatIsKnown() {
    handed("first.csv", "Date,USD,\n2026-04-10,1.1711,\n");
    InboxRecord second = handed("second.csv", "Date,USD,\n2026-04-10,1.2711,\n");
    assertThat(second.document().state()).isEqualTo(InboxState.REJECTED);
    assertThat(second.errors())
        .extracting(Finding::code, Finding::place)
        .containsExactly(tuple("currency.rate-differs", "2026-04-10 EUR/USD"));
    assertThat(rate("USD", "2026-04-10").rate()).isEqualByComparingTo("1.1711");
  }

  @Test
  void saysWhereAFileIsBroken() {
    assertThat(
            handed(
                    "bad.csv",
                    "Date,USD,XYZ,\n2026-04-10,1,17,1,\n2026-04-31,1.1,1.2,\n2026-04-09,abc,1.2,\n")
                .errors())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            tuple("line 2", "currency.file-cells"),
            tuple("line 3", "currency.file-day"),
            tuple("line 4", "currency.file-rate"),
            tuple("line 4", "currency.code-unknown"));
    assertThat(handed("page.xml", "<?xml version=\"1.0\"?><html>busy</html>").errors())
        .extracting(Finding::code)
        .containsExactly("currency.file-empty");
    assertThat(
            handed(
                    "evil.xml",
                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM"
                        + " \"file:///etc/passwd\">]><a>&b;</a>")
                .errors())
        .extracting(Finding::code)
        .containsExactly("currency.file-xml");
    assertThat(handed("other.csv", "day;rate\n").errors())
        .extracting(Finding::code)
        .containsExactly("currency.file-header");
  }

  @Test
  @Tag("oracle")
  void readsEveryFigureTheEcbPublished() throws IOException {
    Path sample =
        Path.of(System.getProperty("samples.dir", "../shared/samples"))
            .resolve("fx/ecb-eurofxref-2025-2026.csv");
    Assumptions.assumeTrue(Files.exists(sample), "no samples at " + sample);
    InboxRecord document = handed("eurofxref-hist.csv", Files.readString(sample));
    assertThat(document.document().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(document.document().summary()).contains("2025-01-02 to 2026-04-13: 325 days");

    // every cell once more, by a reading that knows nothing of ours
    var lines = Files.readAllLines(sample);
    String[] codes = lines.get(0).split(",");
    long expected = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      for (int i = 1; i < codes.length; i++) {
        expected += cells[i].equals("N/A") ? 0 : 1;
      }
    }
    assertThat(count("")).isEqualTo(expected);
    assertThat(count(" and extract(isodow from published_on) > 5")).isZero();
    assertThat(rate("USD", "2026-04-13").rate()).isEqualByComparingTo("1.1684");
    assertThat(rate("IDR", "2026-04-12").rate()).isEqualByComparingTo("20020.25");
    assertAverageIsTheMeanOfItsDays(lines, codes);
  }

  private void assertAverageIsTheMeanOfItsDays(List<String> lines, String[] codes) {
    int usd = List.of(codes).indexOf("USD");
    var march =
        lines.stream()
            .filter(line -> line.startsWith("2026-03"))
            .map(line -> new BigDecimal(line.split(",")[usd]))
            .toList();
    BigDecimal mean =
        march.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(march.size()), 10, RoundingMode.HALF_UP);
    assertThat(
            rates
                .average(company.id(), EUR, Currency.getInstance("USD"), YearMonth.of(2026, 3))
                .rate()
                .setScale(10, RoundingMode.HALF_UP))
        .isEqualTo(mean);
  }

  private long count(String and) {
    Long count =
        jdbc.queryForObject(
            "select count(*) from finance.fx_rates where organization_id = ?" + and,
            Long.class,
            company.id());
    return count == null ? 0 : count;
  }

  private FxRate rate(String to, String on) {
    return rates.rate(company.id(), EUR, Currency.getInstance(to), LocalDate.parse(on));
  }

  private InboxRecord handed(String name, String content) {
    UUID id =
        inbox
            .receive(
                company.id(), EcbIntake.CHANNEL, name, content.getBytes(StandardCharsets.UTF_8))
            .id();
    handling.handle(id);
    await().atMost(PATIENCE).until(() -> document(id).state() != InboxState.RECEIVED);
    return inbox.show(id);
  }

  private InboxDocument document(UUID id) {
    return inbox.find(id).orElseThrow();
  }
}
