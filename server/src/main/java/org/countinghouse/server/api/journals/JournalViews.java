package org.countinghouse.server.api.journals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.journals.EnteredLine;
import org.countinghouse.journals.JournalFiles;
import org.countinghouse.journals.JournalTemplate;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournalDetails;
import org.countinghouse.journals.ManualJournalState;
import org.countinghouse.journals.ManualLine;
import org.countinghouse.journals.RecurringJournal;
import org.countinghouse.journals.Schedule;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Project;
import org.jspecify.annotations.Nullable;

/** What the API tells of manual journals. Amounts are text, so that no reader rounds them. */
final class JournalViews {

  private JournalViews() {}

  /** An amount in major units. */
  record Amount(String amount, String currency) {

    static Amount of(Money money) {
      return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
  }

  /**
   * A line; debit and credit in base currency.
   *
   * @param currencyAmount in {@code currency}, where that is another; signed where the line is
   *     valued by the rate of the day
   */
  record LineView(
      String account,
      @Nullable String debit,
      @Nullable String credit,
      @Nullable String currency,
      @Nullable String currencyAmount,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode,
      @Nullable String text) {

    static LineView of(ManualLine line) {
      Money base = line.baseAmount();
      boolean foreign = base == null || !base.currency().equals(line.amount().currency());
      return new LineView(
          line.account(),
          base == null || base.isNegative() ? null : base.amount().toPlainString(),
          base == null || !base.isNegative() ? null : base.negated().amount().toPlainString(),
          foreign ? line.amount().currency().getCurrencyCode() : null,
          foreign ? foreignAmount(line.amount(), base) : null,
          line.costCentre(),
          line.project(),
          line.taxCode(),
          line.text());
    }

    private static String foreignAmount(Money amount, @Nullable Money base) {
      return (base == null ? amount : amount.abs()).amount().toPlainString();
    }

    static LineView of(EnteredLine line) {
      return new LineView(
          line.account() == null ? "" : line.account(),
          line.debit() == null ? null : line.debit().toPlainString(),
          line.credit() == null ? null : line.credit().toPlainString(),
          line.currency(),
          line.currencyAmount() == null ? null : line.currencyAmount().toPlainString(),
          line.costCentre(),
          line.project(),
          line.taxCode(),
          line.text());
    }

    static List<LineView> all(List<ManualLine> lines) {
      return lines.stream().map(LineView::of).toList();
    }
  }

  /** One row of the list. */
  record JournalEntry(
      UUID id,
      String number,
      LocalDate postingDate,
      String description,
      @Nullable LocalDate reverseOn,
      ManualJournalState state,
      String preparedBy,
      @Nullable String approvedBy,
      @Nullable UUID journalId) {

    static JournalEntry of(ManualJournal journal) {
      return new JournalEntry(
          journal.id(),
          journal.number(),
          journal.postingDate(),
          journal.description(),
          journal.reverseOn(),
          journal.state(),
          journal.preparedBy(),
          journal.approvedBy(),
          journal.journalId());
    }
  }

  /**
   * A manual journal.
   *
   * @param lines as entered
   * @param posting as they would be posted now, or were
   * @param findings everything that keeps it from being posted
   */
  record JournalView(
      UUID id,
      String number,
      String organization,
      String baseCurrency,
      LocalDate postingDate,
      String description,
      @Nullable LocalDate reverseOn,
      @Nullable Schedule schedule,
      ManualJournal.Origin origin,
      @Nullable UUID documentId,
      ManualJournalState state,
      String preparedBy,
      Instant preparedAt,
      String changedBy,
      @Nullable String submittedBy,
      @Nullable Instant submittedAt,
      @Nullable String approvedBy,
      @Nullable String approvedFor,
      @Nullable Instant approvedAt,
      @Nullable UUID journalId,
      @Nullable String endReason,
      Amount total,
      List<LineView> lines,
      List<LineView> posting,
      List<Finding> findings) {

    static JournalView of(ManualJournalDetails details, Organization organization) {
      ManualJournal journal = details.journal();
      return new JournalView(
          journal.id(),
          journal.number(),
          organization.code(),
          organization.baseCurrency().getCurrencyCode(),
          journal.postingDate(),
          journal.description(),
          journal.reverseOn(),
          details.schedule(),
          journal.origin(),
          journal.documentId(),
          journal.state(),
          journal.preparedBy(),
          journal.preparedAt(),
          journal.changedBy(),
          journal.submittedBy(),
          journal.submittedAt(),
          journal.approvedBy(),
          journal.approvedFor(),
          journal.approvedAt(),
          journal.journalId(),
          journal.endReason(),
          Amount.of(details.total()),
          LineView.all(details.lines()),
          LineView.all(details.completed()),
          details.findings());
    }
  }

  /**
   * A file that was looked at.
   *
   * @param documentId where it is kept
   * @param places where each line stands in the file, in the same order
   */
  record FileView(
      UUID documentId,
      @Nullable LocalDate postingDate,
      List<LineView> lines,
      List<String> places,
      List<Finding> findings) {

    static FileView of(UUID documentId, JournalFiles.Preview preview) {
      return new FileView(
          documentId,
          preview.postingDate(),
          LineView.all(preview.lines()),
          preview.places(),
          preview.findings());
    }
  }

  /** What would keep a journal from being posted. */
  record CheckView(List<Finding> findings) {}

  /** An account to choose. */
  record AccountOption(
      String code,
      String name,
      AccountType type,
      @Nullable String currency,
      Set<String> requiredDimensions) {

    static AccountOption of(Account account) {
      return new AccountOption(
          account.code(),
          account.name(),
          account.type(),
          account.currency() == null ? null : account.currency().getCurrencyCode(),
          account.requiredDimensions());
    }
  }

  /** What lines can be made of. */
  record Options(
      String baseCurrency,
      List<AccountOption> accounts,
      List<CostCentre> costCentres,
      List<Project> projects,
      List<TaxOption> taxCodes,
      List<TemplateView> templates) {}

  /** A tax code to choose. */
  record TaxOption(String code, String name) {}

  /** A template. */
  record TemplateView(
      UUID id,
      String code,
      String name,
      String description,
      boolean hasShares,
      List<JournalTemplate.Line> lines) {

    static TemplateView of(JournalTemplate template) {
      return new TemplateView(
          template.id(),
          template.code(),
          template.name(),
          template.description(),
          template.hasShares(),
          template.lines());
    }
  }

  /** A recurring journal with its next postings. */
  record RecurringView(
      UUID id,
      String number,
      String description,
      Schedule schedule,
      @Nullable LocalDate endsOn,
      @Nullable String endedBy,
      @Nullable String endReason,
      List<RecurringJournal.Occurrence> occurrences,
      List<DueView> upcoming) {

    static RecurringView of(RecurringJournal journal, List<RecurringJournal.Due> upcoming) {
      return new RecurringView(
          journal.id(),
          journal.number(),
          journal.description(),
          journal.schedule(),
          journal.endsOn(),
          journal.endedBy(),
          journal.endReason(),
          journal.occurrences(),
          upcoming.stream().map(due -> new DueView(due.dueOn(), due.postingDate())).toList());
    }
  }

  /** A day that is to be posted. */
  record DueView(LocalDate dueOn, LocalDate postingDate) {}
}
