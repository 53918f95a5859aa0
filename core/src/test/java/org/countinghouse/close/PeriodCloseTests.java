package org.countinghouse.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.close.certificate.CertificateVerifier;
import org.countinghouse.close.certificate.CloseCertificate;
import org.countinghouse.close.certificate.ExportedTrialBalance;
import org.countinghouse.close.certificate.Verification;
import org.countinghouse.close.certificate.Verification.Verdict;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class PeriodCloseTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
  private static final LocalDate JAN_15 = JANUARY.atDay(15);
  private static final UUID RUN = Ids.next();

  @Autowired MonthBooks books;
  @Autowired Closings closings;
  @Autowired ClosingReviews reviews;
  @Autowired Checklists checklists;
  @Autowired HardClose hardClose;
  @Autowired CloseCertificates certificates;
  @Autowired Reopenings reopenings;
  @Autowired Periods periods;
  @Autowired Ledger ledger;
  @Autowired Documents documents;
  @Autowired Reports reports;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired OwnerRole owner;
  @Autowired Clock clock;
  @TempDir Path directory;

  private Company company;

  @BeforeEach
  void newCompany() {
    company = books.company();
  }

  @Test
  void monthIsClosedWithWhatTheSecondPersonApprovedAndCertified() {
    books.sell(company, JAN_15, "S1", "1190.00");
    Closing closing = closed(JANUARY);

    assertThat(closing.number()).isEqualTo("CLOSE-2025-01-1");
    assertThat(periods.find(company.id(), JANUARY).orElseThrow().state())
        .isEqualTo(PeriodState.CLOSED);
    IssuedCertificate issued = certificates.issue(closing.id(), Actor.system("close"));
    assertThat(certificates.issue(closing.id(), Actor.system("close"))).isEqualTo(issued);

    byte[] file = certificates.file(issued.id());
    Verification result = certificates.verify(file);
    assertThat(result.report()).contains("ok    trial balance in the database").endsWith("VALID\n");
    CloseCertificate content = CertificateVerifier.read(file);
    assertThat(content.trialBalance().rows()).hasSize(2);
    assertThat(content.chains()).hasSize(1);
    assertThat(content.approval().preparedBy()).isEqualTo(company.accountant().username());
    assertThat(content.approval().approvedBy()).isEqualTo(company.controller().username());
    assertThat(content.jobRuns()).contains(RUN);
    assertThat(content.checklist())
        .extracting(line -> line.key())
        .contains(
            "ledger.earlier-months-closed",
            "ledger.journals-in-sequence",
            "close.balances-proved",
            "close.trial-balance-reviewed",
            "close.approved",
            "close.period-closed");
    assertThat(documents.bytes(content.workbook().document())).startsWith('P', 'K');
    assertThat(documents.get(content.workbook().document()).sha256())
        .isEqualTo(content.workbook().sha256());
  }

  @Test
  void closedMonthTakesNoPostingAndNoReversal() {
    PostedJournal sale = books.sell(company, JAN_15, "S1", "10.00");
    closed(JANUARY);

    assertThatThrownBy(() -> books.sell(company, JAN_15, "S2", "1.00"))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("ledger.period-closed");
    assertThatThrownBy(
            () -> ledger.reverse(sale.id(), JAN_15, "entered twice", company.accountant()))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("ledger.period-closed");
    books.sell(company, FEBRUARY.atDay(1), "S3", "1.00");
  }

  @Test
  void whoPreparedOrReviewedCannotApprove() {
    Closing closing = inReview(JANUARY);

    assertThatThrownBy(() -> reviews.approve(closing.id(), company.accountant()))
        .hasMessageContaining("close.period-close:approve");
    Closing byController = inReviewBy(FEBRUARY, company.controller());
    assertThatThrownBy(() -> reviews.approve(byController.id(), company.controller()))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("close.same-person");
    assertThatThrownBy(
            () ->
                jdbc.update(
                    "update finance.closings set state = 'APPROVED', approved_by = prepared_by,"
                        + " approved_at = now() where id = ?",
                    closing.id()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("ck_closings__checker_is_not_maker");
    assertThatThrownBy(() -> close(closing.id(), Actor.system("test")))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("close.not-approved");
  }

  @Test
  void earlierMonthWithPostingsKeepsTheNextOneOpenAndAnEmptyOneIsClosedAlong() {
    books.sell(company, FEBRUARY.atDay(3), "S1", "5.00");
    YearMonth march = YearMonth.of(2025, 3);
    Closing blocked = closings.register(company.id(), march, company.accountant());

    List<ChecklistItem> items = checklists.check(blocked.id(), company.accountant());
    ChecklistItem earlier =
        items.stream()
            .filter(item -> item.key().equals("ledger.earlier-months-closed"))
            .findFirst()
            .orElseThrow();
    assertThat(earlier.state()).isEqualTo(ChecklistItem.State.OPEN);
    assertThat(earlier.evidence().openItems())
        .extracting(item -> item.label())
        .containsExactly("2025-02");
    assertThat(earlier.checkedBy()).isEqualTo(company.accountant().username());
    assertThat(items)
        .filteredOn(item -> item.key().equals("ledger.journals-in-sequence"))
        .extracting(ChecklistItem::state)
        .containsExactly(ChecklistItem.State.WAITING);

    closed(FEBRUARY);
    assertThat(periods.find(company.id(), JANUARY).orElseThrow().state())
        .isEqualTo(PeriodState.CLOSED);
    assertThat(checklists.check(blocked.id(), company.accountant()))
        .filteredOn(item -> item.kind() == ChecklistItem.Kind.CHECK)
        .filteredOn(item -> item.key().startsWith("ledger."))
        .allMatch(ChecklistItem::isDone);
  }

  @Test
  void whatWasPostedAfterTheApprovalIsNotClosed() {
    books.sell(company, JAN_15, "S1", "10.00");
    Closing approved = approved(JANUARY);
    books.sell(company, JAN_15, "S2", "0.01");

    assertThatThrownBy(() -> close(approved.id(), Actor.system("test")))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("close.figures-changed");
    assertThat(periods.find(company.id(), JANUARY).orElseThrow().state())
        .isNotEqualTo(PeriodState.CLOSED);

    Closing back = reviews.sendBack(approved.id(), "a late journal", company.controller());
    assertThat(back.state()).isEqualTo(Closing.State.CHECKING);
    assertThat(back.approvedBy()).isNull();
  }

  @Test
  void reopenedMonthYieldsSecondCertificateWithTheDifferenceToTheFirst() {
    books.sell(company, JAN_15, "S1", "1190.00");
    IssuedCertificate first = certificates.issue(closed(JANUARY).id(), Actor.system("close"));
    assertThatThrownBy(() -> closings.register(company.id(), JANUARY, company.accountant()))
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo("close.period-closed-already");

    Reopening reopening = reopened(JANUARY);
    PostedJournal late = books.payRent(company, JAN_15, "R1", "400.00");
    assertThat(certificates.isCurrent(company.id(), JANUARY)).isFalse();
    Closing again = closed(JANUARY);
    IssuedCertificate second = certificates.issue(again.id(), Actor.system("close"));

    assertThat(reopenings.get(reopening.id()).state()).isEqualTo(Reopening.State.CLOSED_AGAIN);
    assertThat(reopenings.get(reopening.id()).remark()).isEqualTo("CLOSE-2025-01-2");
    CloseCertificate content = CertificateVerifier.read(certificates.file(second.id()));
    assertThat(content.previous().sha256()).isEqualTo(first.sha256());
    assertThat(content.differences())
        .extracting(d -> d.account() + " " + d.before() + " " + d.after() + " " + d.change())
        .containsExactly("1200 1190.00 790.00 -400.00", "4200 0.00 400.00 400.00");
    assertThat(content.journalsSince())
        .extracting(journal -> journal.number())
        .containsExactly(late.number());
    assertThat(certificates.verify(certificates.file(first.id())).verdict())
        .as("what was certified first was true when it was certified")
        .isEqualTo(Verdict.VALID);
    assertThat(certificates.verify(certificates.file(second.id())).isValid()).isTrue();
    assertThat(certificates.list(company.id(), JANUARY)).containsExactly(second, first);
    assertThat(certificates.isCurrent(company.id(), JANUARY)).isTrue();
  }

  @Test
  void reopeningNeedsAReasonAnEndASecondPersonAndAnOpenFuture() {
    books.sell(company, JAN_15, "S1", "1.00");
    closed(JANUARY);
    var soon = clock.instant().plus(Duration.ofDays(1));

    assertCode("close.reason-missing", () -> request("too short", Duration.ofDays(1)));
    assertCode(
        "close.expiry-invalid", () -> request("a supplier's late credit", Duration.ofDays(40)));
    assertCode(
        "close.expiry-invalid", () -> request("a supplier's late credit", Duration.ofDays(-1)));
    assertCode(
        "close.period-not-closed",
        () ->
            reopenings.request(
                company.id(), FEBRUARY, "a supplier's late credit", soon, company.controller()));
    Reopening asked = request("a supplier's late credit", Duration.ofDays(1));
    assertCode("close.same-person", () -> reopenings.approve(asked.id(), company.controller()));
    assertCode(
        "close.reopening-underway", () -> request("and once more of it", Duration.ofDays(1)));
    reopenings.reject(asked.id(), "book it in February", company.cfo());
    assertThat(periods.find(company.id(), JANUARY).orElseThrow().state())
        .isEqualTo(PeriodState.CLOSED);
    closed(FEBRUARY);
    assertCode(
        "close.later-period-closed", () -> request("a supplier's late credit", Duration.ofDays(1)));
  }

  @Test
  void reopeningThatRunsOutLocksTheMonthAndAnotherCertificateIsDue() {
    books.sell(company, JAN_15, "S1", "1.00");
    certificates.issue(closed(JANUARY).id(), Actor.system("close"));
    Reopening reopening = reopened(JANUARY);
    books.sell(company, JAN_15, "S2", "2.00");

    assertThat(reopenings.expire(reopening.id(), Actor.system("close"))).isTrue();
    assertThat(reopenings.expire(reopening.id(), Actor.system("close"))).isFalse();
    assertCode("ledger.period-closed", () -> books.sell(company, JAN_15, "S3", "1.00"));
    assertThat(certificates.isCurrent(company.id(), JANUARY)).isFalse();
    IssuedCertificate second = certificates.issue(closed(JANUARY).id(), Actor.system("close"));
    assertThat(second.previousId()).isNotNull();
  }

  @Test
  void booksChangedBehindOurBackAreFoundByTheCertificate() {
    books.sell(company, JAN_15, "S1", "77.00");
    byte[] file =
        certificates.file(certificates.issue(closed(JANUARY).id(), Actor.system("x")).id());

    // rolled back: other tests prove the same books
    Verification result =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  owner.assume();
                  jdbc.execute("alter table finance.journals disable trigger user");
                  jdbc.update(
                      "update finance.journals set chain_hash = sha256('forged')"
                          + " where organization_id = ?",
                      company.id());
                  return certificates.verify(file);
                }));
    assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(result.report()).contains("FAIL  chain GL 2025");
  }

  @Test
  void certificateAndExportedTrialBalanceAgreeWithoutTheDatabase() throws IOException {
    books.sell(company, JAN_15, "S1", "77.00");
    books.payRent(company, JAN_15, "R1", "7.77");
    IssuedCertificate issued = certificates.issue(closed(JANUARY).id(), Actor.system("close"));
    books.sell(company, FEBRUARY.atDay(1), "S2", "1.00");
    Path certificate = directory.resolve("certificate.json");
    Files.write(certificate, certificates.file(issued.id()));
    Path export = directory.resolve("export.csv");
    try (var out = Files.newOutputStream(export)) {
      reports.write(
          reports.run(
              "trial-balance",
              company.organization(),
              Map.of("asOf", "2025-01-31", "knownAt", issued.knownAt().toString()),
              Locale.ENGLISH),
          ReportFormat.CSV,
          Locale.ENGLISH,
          out);
    }
    Path key = directory.resolve("key.pem");
    Files.writeString(key, certificates.publicKeyPem());

    assertThat(
            CertificateVerifier.trusting(key)
                .verify(certificate, new ExportedTrialBalance(export))
                .verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void issuedCertificateCannotBeChangedInTheDatabase() {
    IssuedCertificate issued = certificates.issue(closed(JANUARY).id(), Actor.system("close"));
    assertThatThrownBy(
            () ->
                jdbc.update(
                    "update finance.close_certificates set file = '{}' where id = ?", issued.id()))
        .hasMessageContaining("never changes");
    assertThatThrownBy(
            () -> jdbc.update("delete from finance.close_certificates where id = ?", issued.id()))
        .hasMessageContaining("never changes");
  }

  @Test
  void onlyThosePermittedStartAndOnlyOneClosingIsUnderWay() {
    assertCode("access.forbidden", () -> closings.register(company.id(), JANUARY, company.clerk()));
    Closing first = closings.register(company.id(), JANUARY, company.accountant());
    assertCode(
        "close.closing-underway",
        () -> closings.register(company.id(), JANUARY, company.controller()));
    closings.withdraw(first.id(), "started by mistake", company.accountant());
    assertThat(closings.register(company.id(), JANUARY, company.controller()).number())
        .isEqualTo("CLOSE-2025-01-2");
    assertCode(
        "ledger.period-unknown",
        () -> closings.register(company.id(), YearMonth.of(2031, 1), company.accountant()));
  }

  private Reopening request(String reason, Duration until) {
    return reopenings.request(
        company.id(), JANUARY, reason, clock.instant().plus(until), company.controller());
  }

  private Reopening reopened(YearMonth period) {
    Reopening reopening =
        reopenings.request(
            company.id(),
            period,
            "a supplier's late credit note",
            clock.instant().plus(Duration.ofDays(2)),
            company.accountant());
    return reopenings.approve(reopening.id(), company.cfo());
  }

  private Closing inReview(YearMonth period) {
    return inReviewBy(period, company.accountant());
  }

  private Closing inReviewBy(YearMonth period, Actor maker) {
    Closing closing = closings.register(company.id(), period, maker);
    books.makeReady(closing, maker);
    reviews.proved(closing.id(), Actor.system("test"), RUN);
    reviews.prepareReview(closing.id(), Actor.system("test"));
    return reviews.review(closing.id(), maker);
  }

  private Closing approved(YearMonth period) {
    return reviews.approve(inReview(period).id(), company.controller());
  }

  private Closing closed(YearMonth period) {
    return close(approved(period).id(), Actor.system("test"));
  }

  private Closing close(UUID closingId, Actor actor) {
    return hardClose.close(closingId, hardClose.prove(closingId), RUN, actor);
  }

  private static void assertCode(String code, Runnable refused) {
    assertThatThrownBy(refused::run)
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo(code);
  }
}
