package org.countinghouse.journals;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that people fill in again and again.
 *
 * @param code short, unique among the templates in use
 * @param description proposed for the journal
 */
public record JournalTemplate(
    UUID id, UUID organizationId, String code, String name, String description, List<Line> lines) {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

  public JournalTemplate {
    lines = List.copyOf(lines);
  }

  /** On which side a line stands. */
  public enum Side {
    DEBIT,
    CREDIT
  }

  /**
   * A line.
   *
   * @param amount in base currency, without sign; null: filled in by whoever uses the template
   * @param share of the total, in proportion to the other shares of its side
   */
  public record Line(
      Side side,
      String account,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal share,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode,
      @Nullable String text) {}

  boolean isValid() {
    return CODE.matcher(code).matches()
        && !name.isBlank()
        && !lines.isEmpty()
        && lines.size() <= EnteredLines.LINES_MAX
        && lines.stream().allMatch(JournalTemplate::isValid);
  }

  private static boolean isValid(Line line) {
    return !line.account().isBlank()
        && (line.amount() == null || line.share() == null)
        && (line.amount() == null || line.amount().signum() > 0)
        && (line.share() == null || line.share().signum() > 0);
  }

  /** Whether it distributes a total. */
  public boolean hasShares() {
    return lines.stream().anyMatch(line -> line.share() != null);
  }
}
