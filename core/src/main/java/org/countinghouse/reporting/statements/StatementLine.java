package org.countinghouse.reporting.statements;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement, as its file describes it.
 *
 * @param key stable name, unique in its statement
 * @param kind where its amount comes from
 * @param level how deep it stands
 * @param credit whether credits count positive in it
 * @param members account ranges, or of a sum the keys of lines above
 * @param group key of the line of the group's statement its accounts go to
 */
public record StatementLine(
    Statement statement,
    String key,
    Kind kind,
    int level,
    boolean credit,
    String english,
    String german,
    List<String> members,
    @Nullable String group) {

  /** Where the amount of a line comes from. */
  public enum Kind {
    /** Words only. */
    HEADING,
    /** Its accounts. */
    LINE,
    /** Lines above. */
    SUM,
    /** Lines above; what the statement exists for. */
    TOTAL,
    /** Two lines that must show the same; not shown itself. */
    TIES,
    /** Income less expense of the fiscal year, in a balance sheet. */
    RESULT_CURRENT,
    /** Income less expense of earlier years that was not carried forward yet. */
    RESULT_PRIOR,
    /** Income less expense of the period, in a cash flow statement. */
    PROFIT,
    /** Balance of its accounts before the period. */
    CASH_OPENING,
    /** Balance of its accounts at the end; what the cash flow must lead to. */
    CASH_CLOSING;

    static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the line takes accounts, each of which must be on one such line only. */
    boolean takesAccounts() {
      return this == LINE || this == CASH_OPENING;
    }
  }

  public StatementLine {
    members = List.copyOf(members);
  }

  /** What the line is called. */
  public String label(Locale locale) {
    return Locale.GERMAN.getLanguage().equals(locale.getLanguage()) ? german : english;
  }

  /** The accounts it takes; empty for a line that takes none. */
  List<AccountRange> ranges() {
    return kind.takesAccounts() || kind == Kind.CASH_CLOSING
        ? members.stream().map(AccountRange::parse).toList()
        : List.of();
  }

  /** Whether the line names this account. */
  public boolean names(String account) {
    return ranges().stream().anyMatch(range -> range.contains(account));
  }

  static List<String> words(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
  }
}
