package org.countinghouse.approvals.spi;

import java.util.List;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a subject for its approver: live figures, never part of the hash.
 *
 * @param budgets what is left of the budgets this would be spent from
 * @param documents to be read beside the form, the most telling first
 * @param notices what the approver should know before saying yes, the worst first
 * @param link to more about it, a path on this server; null when there is none
 */
public record ApprovalSheet(
    List<BudgetFigure> budgets,
    List<SheetDocument> documents,
    List<Notice> notices,
    @Nullable String link) {

  /** Nothing beside the facts. */
  public static final ApprovalSheet EMPTY =
      new ApprovalSheet(List.of(), List.of(), List.of(), null);

  /**
   * Copies what is given.
   *
   * @throws IllegalArgumentException when the link leads elsewhere
   */
  public ApprovalSheet {
    budgets = List.copyOf(budgets);
    documents = List.copyOf(documents);
    notices = List.copyOf(notices);
    if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
      throw new IllegalArgumentException("a sheet links to this server only: " + link);
    }
  }

  /**
   * What is left of one budget of a fiscal year, in the organization's base currency.
   *
   * @param account planned for; null for all accounts together
   * @param accountName what people call the account; null with it
   * @param costCentre planned for; null for all
   * @param project planned for; null where plans know none
   * @param actual posted so far
   * @param committed ordered and not yet invoiced, without the subject itself
   * @param requested what the subject itself adds
   */
  public record BudgetFigure(
      int fiscalYear,
      @Nullable String account,
      @Nullable String accountName,
      @Nullable String costCentre,
      @Nullable String project,
      Money planned,
      Money actual,
      Money committed,
      Money requested) {

    /** What is left when this is approved; negative when it is more than was planned. */
    public Money left() {
      return planned.minus(actual).minus(committed).minus(requested);
    }

    /** Whether approving this spends more than was planned. */
    public boolean isOverrun() {
      return left().amount().signum() < 0;
    }
  }

  /** A stored document, by its id in {@code documents}. */
  public record SheetDocument(UUID id, String title, String mediaType) {}

  /** How much a notice should worry the approver. */
  public enum Severity {
    INFO,
    WARNING,
    EXCEPTION
  }

  /**
   * Something to know before deciding.
   *
   * @param code stable, for the forms to translate, such as {@code matching.price-over}
   * @param text the same in English, complete with figures, for whoever has no translation
   */
  public record Notice(Severity severity, String code, String text) {}
}
