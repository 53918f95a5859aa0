package org.countinghouse.journals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.ledger.PostedLine;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class ManualJournalTests {

  private static final Actor ANNA = Actor.of("anna");
  private static final Actor BEN = Actor.of("ben");
  private static final LocalDate MARCH_31 = LocalDate.of(2025, 3, 31);

  @Autowired ManualJournals journals;
  @Autowired ManualJournalProcessing processing;
  @Autowired Accruals accruals;
  @Autowired Approvals approvals;
  @Autowired Ledger ledger;
  @Autowired Periods periods;
  @Autowired Books books;
  @Autowired JdbcTemplate jdbc;

  private UUID org = Ids.next();

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void anApprovedJournalIsPostedWithItsMakerAndChecker() {
    ManualJournal draft = journals.create(org, rent("1200.00"), ANNA);
    assertThat(draft.number()).isEqualTo("MJ-2025-000001");
    journals.submit(draft.id(), ANNA);

    SubjectState subject = approvals.subject("manual-journal", draft.id());
    assertThat(subject.makers()).containsExactly("anna");
    assertThat(subject.amount()).isEqualTo(Money.of("1200.00", "EUR"));
    PostedJournal posted = processing.complete(draft.id(), ContentHash.of(subject.facts()), BEN);

    assertThat(posted).isNotNull();
    assertThat(posted.source()).isEqualTo("ledger:manual");
    assertThat(posted.sourceReference()).isEqualTo("MJ-2025-000001");
    assertThat(List.of(posted.maker(), String.valueOf(posted.checker())))
        .containsExactly("anna", "ben");
    assertThat(ledger.lines(posted.id()))
        .extracting(PostedLine::account, line -> line.amount().toString(), PostedLine::text)
        .containsExactly(
            tuple("6100", "1200.00 EUR", "Rent of March"),
            tuple("1010", "-1200.00 EUR", "Rent of March"));
    ManualJournal ended = journals.require(draft.id());
    assertThat(ended.state()).isEqualTo(ManualJournalState.POSTED);
    assertThat(ended.journalId()).isEqualTo(posted.id());
    assertThat(ended.contentHash()).isEqualTo(ContentHash.of(subject.facts()));
    assertThat(journals.findByJournal(posted.id())).map(ManualJournal::id).contains(draft.id());
  }

  @Test
  void everythingWrongIsFoundBeforeItIsHandedIn() {
    JournalContent wrong =
        JournalContent.of(
            MARCH_31,
            "Wrong",
            List.of(
                line("9999", "10.00"),
                line("6200", "5.00"),
                line("2000", "-5.00"),
                new ManualLine("1020", Money.of("3", "CHF"), null, null, null, null, null)));
    ManualJournal draft = journals.create(org, wrong, ANNA);
    assertThat(journals.details(draft.id()).findings())
        .extracting(Finding::place, Finding::code)
        .containsExactly(tuple("line 4", "currency.rate-missing"));

    JournalContent valued =
        JournalContent.of(
            LocalDate.of(2024, 12, 31).plusYears(1), "Wrong", wrong.lines().subList(0, 3));
    periods.close(org, YearMonth.of(2025, 12), ANNA);
    journals.change(draft.id(), valued, ANNA);
    BusinessException refused =
        catchThrowableOfType(BusinessException.class, () -> journals.submit(draft.id(), ANNA));

    assertThat(refused.code()).isEqualTo(JournalsError.REFUSED);
    assertThat(refused.findings())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            tuple("line 1", "ledger.account-unknown"),
            tuple("line 2", "ledger.dimension-missing"),
            tuple("line 3", "ledger.account-controlled"),
            tuple("posting date", "ledger.period-closed"));
    assertThat(journals.require(draft.id()).state()).isEqualTo(ManualJournalState.DRAFT);
  }

  @Test
  void nobodyApprovesWhatHeWroteChangedOrHandedIn() {
    ManualJournal draft = journals.create(org, rent("10.00"), ANNA);
    journals.change(draft.id(), rent("12.00"), BEN);
    journals.submit(draft.id(), Actor.of("cara"));

    for (String maker : List.of("anna", "ben", "cara")) {
      assertThatThrownBy(() -> processing.complete(draft.id(), null, Actor.of(maker)))
          .hasMessageContaining("somebody else must approve");
      assertThatThrownBy(() -> processing.complete(draft.id(), null, new Actor("dora", maker)))
          .hasMessageContaining("somebody else must approve");
    }
    assertThatThrownBy(
            () ->
                jdbc.update(
                    "update finance.manual_journals set approved_by = 'ben' where id = ?",
                    draft.id()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("ck_manual_journals__approver_is_not_maker");
  }

  @Test
  void whatChangedSinceTheApprovalIsNotPosted() {
    ManualJournal draft = journals.create(org, rent("10.00"), ANNA);
    journals.submit(draft.id(), ANNA);
    String approved = ContentHash.of(approvals.subject("manual-journal", draft.id()).facts());
    journals.change(draft.id(), rent("99.00"), ANNA);

    assertThatThrownBy(() -> processing.complete(draft.id(), approved, BEN))
        .hasMessageContaining("no longer what was approved");
    assertThat(journals.require(draft.id()).state()).isEqualTo(ManualJournalState.SUBMITTED);
  }

  @Test
  void whatIsPostedOrWithdrawnStands() {
    ManualJournal posted = journals.create(org, rent("10.00"), ANNA);
    journals.submit(posted.id(), ANNA);
    processing.complete(posted.id(), null, null);
    ManualJournal withdrawn = journals.create(org, rent("10.00"), ANNA);
    journals.withdraw(withdrawn.id(), "entered twice", ANNA);

    for (UUID id : List.of(posted.id(), withdrawn.id())) {
      assertThatThrownBy(() -> journals.change(id, rent("1.00"), ANNA))
          .hasMessageContaining("cannot be changed");
      assertThatThrownBy(
              () ->
                  jdbc.update(
                      "update finance.manual_journal_lines set amount = 1 where manual_journal_id ="
                          + " ?",
                      id))
          .isInstanceOf(DataAccessException.class);
    }
    assertThat(journals.listOpen(org, MARCH_31, MARCH_31)).isEmpty();
  }

  @Test
  void anAccrualUndoesItselfOnceOnItsDayOrInTheFirstOpenMonth() {
    PostedJournal march = accrue(LocalDate.of(2025, 4, 1));
    assertThat(accruals.due(org, LocalDate.of(2025, 3, 31))).isEmpty();
    List<Accruals.Due> due = accruals.due(org, LocalDate.of(2025, 4, 30));
    assertThat(due).extracting(Accruals.Due::journalId).containsExactly(march.id());

    PostedJournal reversal = accruals.reverse(due.get(0), BEN);

    assertThat(reversal.postingDate()).isEqualTo(LocalDate.of(2025, 4, 1));
    assertThat(reversal.reversesId()).isEqualTo(march.id());
    assertThat(reversal.source()).isEqualTo("ledger:accrual-reversal");
    assertThat(accruals.due(org, LocalDate.of(2025, 12, 31))).isEmpty();
    assertThatThrownBy(() -> accruals.reverse(due.get(0), BEN))
        .hasMessage(LedgerError.ALREADY_REVERSED.with(march.number()).getMessage());

    PostedJournal late = accrue(LocalDate.of(2025, 4, 1));
    periods.close(org, YearMonth.of(2025, 4), ANNA);
    PostedJournal inMay =
        accruals.reverse(accruals.due(org, LocalDate.of(2025, 4, 30)).get(0), BEN);
    assertThat(inMay.postingDate()).isEqualTo(LocalDate.of(2025, 5, 1));

    PostedJournal byHand = accrue(LocalDate.of(2025, 6, 1));
    ledger.reverse(byHand.id(), LocalDate.of(2025, 5, 20), "by hand", BEN);
    assertThat(accruals.due(org, LocalDate.of(2025, 12, 31))).isEmpty();
    assertThat(accruals.countReversed(org, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
        .isEqualTo(3);
    assertThat(late.id()).isNotEqualTo(byHand.id());
  }

  private PostedJournal accrue(LocalDate reverseOn) {
    ManualJournal draft = journals.create(org, rent("40.00").reversedOn(reverseOn), ANNA);
    journals.submit(draft.id(), ANNA);
    return java.util.Objects.requireNonNull(processing.complete(draft.id(), null, null));
  }

  private static JournalContent rent(String eur) {
    return JournalContent.of(
        MARCH_31, "Rent of March", List.of(line("6100", eur), line("1010", "-" + eur)));
  }

  private static ManualLine line(String account, String eur) {
    return ManualLine.of(account, Money.of(eur, "EUR"));
  }
}
