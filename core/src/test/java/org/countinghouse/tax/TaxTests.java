package org.countinghouse.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.errors.Finding;
import org.countinghouse.journals.JournalContent;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournalProcessing;
import org.countinghouse.journals.ManualJournals;
import org.countinghouse.journals.ManualLine;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A month of a German company, from tax codes on journal lines to the advance return. */
@DatabaseTest
class TaxTests {

  private static final Actor ANNA = Actor.of("anna");
  private static final Actor BEN = Actor.of("ben");
  private static final LocalDate DAY = LocalDate.of(2025, 3, 20);

  @Autowired TestOrganizations testOrganizations;
  @Autowired Organizations organizations;
  @Autowired ChartTemplates charts;
  @Autowired TaxCodeTemplates codes;
  @Autowired TaxEntries entries;
  @Autowired TaxAccountsCheck check;
  @Autowired FiscalYears years;
  @Autowired ManualJournals journals;
  @Autowired ManualJournalProcessing processing;
  @Autowired Ledger ledger;
  @Autowired Reports reports;

  private Organization company;

  @BeforeEach
  void germanBooksWithTaxCodes() {
    company = testOrganizations.german();
    organizations.createCostCentre(company.id(), "CC100", "Administration", ANNA);
    charts.install(company.id(), "de", ANNA);
    codes.install(company.id(), "de", ANNA);
    years.open(company.id(), 2025, ANNA);
  }

  @Test
  void aLineWithATaxCodeIsNetAndItsTaxIsAdded() {
    PostedJournal sale = post(line("4400", "-100.00", "UST19"), line("1800", "119.00", null));
    assertThat(lines(sale))
        .containsExactly("4400 -100.00 EUR", "1800 119.00 EUR", "3806 -19.00 EUR");
    assertThat(entries.of(company.id(), sale.id()))
        .extracting(row -> row.taxable().toPlainString(), row -> row.outputTax().toPlainString())
        .containsExactly(tuple("100.0000", "19.0000"));
    PostedJournal service = post(line("6825", "200.00", "RC19"), line("1800", "-200.00", null));
    assertThat(lines(service))
        .containsExactly(
            "6825 200.00 EUR", "1800 -200.00 EUR", "1407 38.00 EUR", "3837 -38.00 EUR");
  }

  @Test
  void theReturnIsMadeOfTheEntriesAndTiesToTheAccounts() {
    month();
    assertThat(boxes(summary("2025-03-01", "2025-03-31")))
        .containsEntry("81", "100.00")
        .containsEntry("81 Steuer", "19.00")
        .containsEntry("66", "9.55")
        .containsEntry("84", "200.00")
        .containsEntry("85", "38.00")
        .containsEntry("67", "38.00")
        .containsEntry("83", "9.45");
    assertThat(summary("2025-03-01", "2025-03-31").findings()).isEmpty();
    Readiness ready = march();
    assertThat(ready.isReady()).isTrue();
    assertThat(ready.tieOuts()).hasSize(8);
    assertThat(check.watchedAccounts(company.id(), YearMonth.of(2025, 3))).contains("3806", "1406");
  }

  @Test
  void whatIsUndoneIsUndoneInTheReturnOfItsDay() {
    PostedJournal sale = post(line("4400", "-100.00", "UST19"), line("1800", "119.00", null));
    ledger.reverse(sale.id(), LocalDate.of(2025, 4, 2), "cancelled", BEN);
    assertThat(boxes(summary("2025-03-01", "2025-03-31"))).containsEntry("81", "100.00");
    assertThat(boxes(summary("2025-04-01", "2025-04-30")))
        .containsEntry("81", "-100.00")
        .containsEntry("81 Steuer", "-19.00");
    assertThat(boxes(summary("2025-03-01", "2025-04-30"))).containsEntry("83", "0.00");
  }

  @Test
  void taxIsNeverPostedByHandWithoutItsCode() {
    assertThat(findings(line("1406", "19.00", null), line("1800", "-19.00", null)))
        .extracting(Finding::place, Finding::code)
        .containsExactly(tuple("line 1", "tax.code-missing"));
    assertThat(findings(line("1406", "19.00", "UST19"), line("1800", "-19.00", "NOPE")))
        .extracting(Finding::code)
        .containsExactly("tax.code-wrong-account", "tax.code-unknown");
    assertThat(findings(line("4400", "-19.00", "USTT"), line("1800", "19.00", null)))
        .extracting(Finding::code)
        .containsExactly("tax.code-wrong-account");
  }

  @Test
  void payingTheTaxOfficeMovesNoBox() {
    month();
    Map<String, String> before = boxes(summary("2025-03-01", "2025-03-31"));
    PostedJournal paid = post(line("3806", "19.00", "USTT"), line("1800", "-19.00", null));
    assertThat(lines(paid)).hasSize(2);
    assertThat(boxes(summary("2025-03-01", "2025-03-31"))).isEqualTo(before);
    assertThat(march().isReady()).isTrue();
  }

  @Test
  void whatCameWithoutATaxCodeIsShownNotHidden() {
    month();
    ledger.post(
        new JournalDraft(
            company.id(),
            DAY,
            "Taken over",
            "journals:OLD",
            "OLD-1",
            List.of(
                DraftLine.debit("1406", Money.of("7.00", "EUR")),
                DraftLine.credit("1800", Money.of("7.00", "EUR")))),
        BEN);
    ReportTable summary = summary("2025-03-01", "2025-03-31");
    assertThat(summary.findings()).extracting(Note::code).containsExactly("tax-without-code");
    assertThat(boxes(summary)).containsEntry("66", "9.55");
    assertThat(summary.rows())
        .filteredOn(row -> row.get(7) != null && !ReportTable.plain(row.get(7)).equals("0.00"))
        .singleElement()
        .satisfies(row -> assertThat(row.get(0)).isEqualTo("1406"))
        .satisfies(row -> assertThat(ReportTable.plain(row.get(7))).isEqualTo("7.00"));
    assertThat(march().isReady()).isTrue();
    assertThat(march().figures()).containsEntry("withoutTaxCode", "7.00 EUR");
  }

  @Test
  void everyCountrysCodesStandInItsReturn() {
    assertThat(codes.names()).containsExactly("de", "gb", "us");
    for (String country : codes.names()) {
      String boxes = resource("returns/" + country);
      for (String row : resource("codes/" + country).lines().skip(1).toList()) {
        String treatment = row.replaceAll("\"[^\"]*\"", "x").split(",", -1)[9];
        assertThat(boxes).as(country + " " + row).contains(treatment);
      }
    }
  }

  private void month() {
    post(line("4400", "-100.00", "UST19"), line("1800", "119.00", null));
    post(line("6815", "50.25", "VST19"), line("1800", "-59.80", null));
    post(line("6825", "200.00", "RC19"), line("1800", "-200.00", null));
  }

  private Readiness march() {
    return check.check(company.id(), YearMonth.of(2025, 3));
  }

  private ReportTable summary(String from, String to) {
    return reports.run("tax-summary", company, Map.of("from", from, "to", to), Locale.ENGLISH);
  }

  private static Map<String, String> boxes(ReportTable table) {
    Map<String, String> boxes = new TreeMap<>();
    for (var row : table.rows()) {
      if (row.get(1) instanceof Label label && label.key().startsWith("box ")) {
        boxes.put(String.valueOf(row.get(0)), ReportTable.plain(row.get(5)));
      }
    }
    return boxes;
  }

  private static ManualLine line(String account, String amount, String taxCode) {
    Money money = Money.of(amount, "EUR");
    String costCentre = account.startsWith("6") ? "CC100" : null;
    return new ManualLine(account, money, money, costCentre, null, taxCode, null);
  }

  private List<Finding> findings(ManualLine... lines) {
    ManualJournal draft =
        journals.create(company.id(), JournalContent.of(DAY, "Test", List.of(lines)), ANNA);
    return journals.details(draft.id()).findings();
  }

  private PostedJournal post(ManualLine... lines) {
    ManualJournal draft =
        journals.create(company.id(), JournalContent.of(DAY, "Test", List.of(lines)), ANNA);
    journals.submit(draft.id(), ANNA);
    processing.complete(draft.id(), null, BEN);
    UUID journal = journals.require(draft.id()).journalId();
    return ledger.require(java.util.Objects.requireNonNull(journal));
  }

  private List<String> lines(PostedJournal journal) {
    return ledger.lines(journal.id()).stream()
        .map(line -> line.account() + " " + line.amount())
        .toList();
  }

  private static String resource(String name) {
    try (var in = TaxTests.class.getResourceAsStream("/org/countinghouse/tax/" + name + ".csv")) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(),
          java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
