package org.countinghouse.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.close.ChecklistItem.State;
import org.countinghouse.close.ManualItem.Evidence;
import org.countinghouse.close.ManualItem.Frequency;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.close.certificate.CertificateVerifier;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.testing.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people sign off in a closing, and what voids it. */
@DatabaseTest
class SignOffTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final String BANK = "manual.bank-reconciled";
  private static final String NOTE = "agrees with the statement of 31 January";

  @Autowired MonthBooks books;
  @Autowired Closings closings;
  @Autowired ClosingReviews reviews;
  @Autowired Checklists checklists;
  @Autowired ManualItems items;
  @Autowired SignOffs signOffs;
  @Autowired HardClose hardClose;
  @Autowired CloseCertificates certificates;
  @Autowired Documents documents;
  @Autowired JdbcTemplate jdbc;

  private Company company;

  @BeforeEach
  void companyWhoseBankIsReconciled() {
    company = books.company();
    books.sell(company, JANUARY.atDay(15), "S1", "1190.00");
    put(BANK, "accountant", List.of(), Evidence.NOTE, Frequency.MONTHLY, Set.of("1200"));
  }

  @Test
  void signatureStandsInTheCertificateWithWhatWasSaid() {
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    assertThat(Checklists.isReady(books.makeReady(closing, company.accountant()))).isFalse();
    ChecklistItem signed = sign(closing, BANK, company.accountant());

    assertThat(signed.state()).isEqualTo(State.DONE);
    assertThat(signed.owner()).isEqualTo("accountant");
    assertThat(signed.vouched())
        .extracting(balance -> balance.account() + " " + balance.then())
        .containsExactly("1200 1190.00 EUR");
    IssuedCertificate issued = certificates.issue(closed(closing).id(), Actor.system("close"));
    assertThat(certificates.verify(certificates.file(issued.id())).isValid()).isTrue();
    assertThat(CertificateVerifier.read(certificates.file(issued.id())).checklist())
        .filteredOn(line -> line.key().equals(BANK))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.figures()).containsEntry("note", NOTE);
              assertThat(line.checkedBy()).isEqualTo(company.accountant().username());
              assertThat(line.owner()).isEqualTo("accountant");
            });
  }

  @Test
  void movementOfAVouchedBalanceVoidsTheSignature() {
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    books.makeReady(closing, company.accountant());
    sign(closing, BANK, company.accountant());
    books.payRent(company, JANUARY.atDay(20), "R1", "7.50");

    ChecklistItem moved = item(closing, BANK);
    assertThat(moved.state()).as("at once, for everybody who looks").isEqualTo(State.OPEN);
    assertThat(moved.moved())
        .extracting(balance -> balance.movement().toString())
        .containsExactly("-7.50 EUR");
    assertThat(checklists.openLabels(closing.id()))
        .contains("English manual.bank-reconciled (1200 moved by -7.50 EUR)");
    assertThat(signOffs.decertifyMoved()).isPositive();
    assertThat(item(closing, BANK).signOff().decertifiedAt()).isNotNull();
    assertThat(item(closing, BANK).signOff().note()).as("what was said is kept").isEqualTo(NOTE);

    assertThat(sign(closing, BANK, company.accountant()).state()).isEqualTo(State.DONE);
    assertThat(signOffs.decertifyMoved()).isZero();
  }

  @Test
  void movementThatIsTakenBackLeavesTheSignatureAndOtherMonthsDoNotMatter() {
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    books.makeReady(closing, company.accountant());
    sign(closing, BANK, company.accountant());
    books.sell(company, JANUARY.plusMonths(1).atDay(1), "S2", "99.00");
    books.sell(company, JANUARY.atDay(20), "S3", "5.00");
    assertThat(item(closing, BANK).isDone()).isFalse();
    books.payRent(company, JANUARY.atDay(20), "R1", "5.00");
    assertThat(item(closing, BANK).isDone()).isTrue();
  }

  @Test
  void monthIsNotReviewedNorClosedOverAVoidSignature() {
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    books.makeReady(closing, company.accountant());
    sign(closing, BANK, company.accountant());
    reviews.prepareReview(closing.id(), Actor.system("test"));
    signOffs.takeBack(closing.id(), BANK, "the statement was February's", company.accountant());
    assertCode("close.items-open", () -> reviews.review(closing.id(), company.accountant()));

    sign(closing, BANK, company.accountant());
    reviews.proved(closing.id(), Actor.system("test"), Ids.next());
    reviews.review(closing.id(), company.accountant());
    reviews.approve(closing.id(), company.cfo());
    jdbc.update(
        "update finance.close_checklist_items set state = 'OPEN' where closing_id = ? and key = ?",
        closing.id(),
        BANK);
    assertCode(
        "close.items-open",
        () ->
            hardClose.close(
                closing.id(), hardClose.prove(closing.id()), Ids.next(), Actor.system("test")));
  }

  @Test
  void onlyTheOwnerSignsAndOnlyWithWhatIsAskedFor() {
    put(
        "manual.stock",
        "controller",
        List.of(BANK),
        Evidence.DOCUMENT,
        Frequency.MONTHLY,
        Set.of());
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    books.makeReady(closing, company.accountant());

    assertThat(item(closing, "manual.stock").state()).isEqualTo(State.WAITING);
    assertCode("close.item-not-due", () -> sign(closing, "manual.stock", company.controller()));
    assertCode("close.not-owner", () -> sign(closing, BANK, company.controller()));
    assertCode(
        "close.item-unknown",
        () -> sign(closing, "ledger.journals-in-sequence", company.accountant()));
    assertCode(
        "close.reason-missing",
        () -> signOffs.signOff(closing.id(), BANK, "ok", null, company.accountant()));
    sign(closing, BANK, company.accountant());
    checklists.check(closing.id(), company.accountant());
    assertCode("close.document-missing", () -> sign(closing, "manual.stock", company.controller()));
    UUID other = books.company().id();
    UUID foreign = documents.store(other, "count.txt", "text/plain", new byte[] {1}).id();
    assertCode("close.document-unknown", () -> sign(closing, "manual.stock", foreign));
    UUID own = documents.store(company.id(), "count.txt", "text/plain", new byte[] {1}).id();
    ChecklistItem signed = sign(closing, "manual.stock", own);
    assertThat(signed.evidence().figures())
        .containsEntry("document", "count.txt")
        .containsKey("documentSha256");
    assertThatThrownBy(
            () ->
                jdbc.update(
                    "update finance.close_checklist_items set document_id = null"
                        + " where closing_id = ? and key = 'manual.stock'",
                    closing.id()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("ck_close_checklist_items__signed_off");
  }

  @Test
  void quartersAndYearsAreSignedOffInTheirLastMonth() {
    put("manual.quarter", "controller", List.of(), Evidence.NOTE, Frequency.QUARTERLY, Set.of());
    put("manual.year", "controller", List.of(), Evidence.NOTE, Frequency.YEARLY, Set.of());
    Closing january = closings.register(company.id(), JANUARY, company.accountant());
    Closing march = closings.register(company.id(), YearMonth.of(2025, 3), company.accountant());
    Closing december =
        closings.register(company.id(), YearMonth.of(2025, 12), company.accountant());

    assertThat(manual(january)).containsExactly(BANK);
    assertThat(manual(march)).containsExactly(BANK, "manual.quarter");
    assertThat(manual(december)).containsExactly(BANK, "manual.quarter", "manual.year");
    assertThat(checklists.of(december.id()))
        .extracting(ChecklistItem::key)
        .contains("close.year-carried-forward");
    assertThat(checklists.of(january.id()))
        .extracting(ChecklistItem::key)
        .doesNotContain("close.year-carried-forward");
  }

  @Test
  void itemsThatCannotWorkAreRefused() {
    assertCode("close.item-invalid", () -> put("bank", "accountant", List.of(), Set.of()));
    assertCode("close.item-invalid", () -> put("manual.a-b", "nobody", List.of(), Set.of()));
    assertCode(
        "close.item-invalid", () -> put("manual.a-b", "accountant", List.of(), Set.of("9999")));
    put("manual.first", "accountant", List.of("manual.second"), Set.of());
    assertCode(
        "close.item-invalid",
        () -> put("manual.second", "accountant", List.of("manual.first"), Set.of()));
    assertCode("access.forbidden", () -> items.delete(company.id(), BANK, company.accountant()));
    items.delete(company.id(), BANK, company.controller());
    assertThat(items.list(company.id()))
        .extracting(ManualItem::key)
        .containsExactly("manual.first");
  }

  @Test
  void itemAfterTheRoutinesIsDueOnceTheyHaveRun() {
    put("manual.analytic-review", "controller", List.of(ReadinessCheck.ROUTINES), Set.of());
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    checklists.check(closing.id(), company.accountant());
    assertThat(item(closing, "manual.analytic-review").state()).isEqualTo(State.WAITING);
    sign(closing, BANK, company.accountant());
    assertThat(checklists.isReadyForRoutines(closing.id())).isTrue();

    List<ChecklistItem> after = books.makeReady(closing, company.accountant());
    assertThat(item(closing, "manual.analytic-review").state()).isEqualTo(State.OPEN);
    assertThat(Checklists.lacksOnlySignOffs(after)).isTrue();
    sign(closing, "manual.analytic-review", company.controller());
    assertThat(Checklists.isReady(checklists.of(closing.id()))).isTrue();
  }

  private void put(String key, String owner, List<String> after, Set<String> accounts) {
    put(key, owner, after, Evidence.NOTE, Frequency.MONTHLY, accounts);
  }

  private void put(
      String key,
      String owner,
      List<String> after,
      Evidence evidence,
      Frequency frequency,
      Set<String> accounts) {
    items.put(
        new ManualItem(
            Ids.next(),
            company.id(),
            key,
            new Title("English " + key, "Deutsch " + key),
            "",
            owner,
            after,
            evidence,
            frequency,
            accounts),
        company.controller());
  }

  private ChecklistItem sign(Closing closing, String key, Actor by) {
    return signOffs.signOff(closing.id(), key, NOTE, null, by);
  }

  private ChecklistItem sign(Closing closing, String key, @Nullable UUID document) {
    return signOffs.signOff(closing.id(), key, NOTE, document, company.controller());
  }

  private Closing closed(Closing closing) {
    reviews.prepareReview(closing.id(), Actor.system("test"));
    reviews.proved(closing.id(), Actor.system("test"), Ids.next());
    reviews.review(closing.id(), company.accountant());
    reviews.approve(closing.id(), company.cfo());
    return hardClose.close(
        closing.id(), hardClose.prove(closing.id()), Ids.next(), Actor.system("test"));
  }

  private ChecklistItem item(Closing closing, String key) {
    return checklists.of(closing.id()).stream()
        .filter(item -> item.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private List<String> manual(Closing closing) {
    return checklists.of(closing.id()).stream()
        .filter(item -> item.kind() == ChecklistItem.Kind.MANUAL)
        .map(ChecklistItem::key)
        .toList();
  }

  private static void assertCode(String code, Runnable refused) {
    assertThatThrownBy(refused::run)
        .extracting(e -> ((BusinessException) e).code().id())
        .isEqualTo(code);
  }
}
