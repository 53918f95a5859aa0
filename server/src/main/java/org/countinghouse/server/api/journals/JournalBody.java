package org.countinghouse.server.api.journals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.journals.EnteredLine;
import org.countinghouse.journals.EnteredLines;
import org.countinghouse.journals.JournalContent;
import org.countinghouse.journals.JournalsError;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * A manual journal as a caller writes it.
 *
 * @param reverseOn an accrual: the day its mirror image is posted
 * @param schedule a recurring journal; the posting date is then that of its first posting
 * @param documentId the uploaded file it was read from
 * @param origin absent: typed
 */
record JournalBody(
    @NotNull LocalDate postingDate,
    @NotBlank @Size(max = 1000) String description,
    @Nullable LocalDate reverseOn,
    @Nullable @Valid ScheduleBody schedule,
    @Nullable UUID documentId,
    ManualJournal.@Nullable Origin origin,
    @NotNull @Size(min = 1, max = EnteredLines.LINES_MAX) List<@NotNull @Valid LineBody> lines) {

  /**
   * When it is posted again.
   *
   * @param every absent: each week, month, quarter, year
   * @param lastOn absent: until somebody ends it
   */
  record ScheduleBody(
      Schedule.@NotNull Frequency frequency,
      @Nullable @Min(1) @Max(99) Integer every,
      @Nullable Boolean monthEnd,
      Schedule.@Nullable DayRule dayRule,
      @Nullable LocalDate lastOn,
      @Nullable Boolean reverses) {

    Schedule from(LocalDate firstOn) {
      return new Schedule(
          frequency,
          Objects.requireNonNullElse(every, 1),
          firstOn,
          Boolean.TRUE.equals(monthEnd),
          Objects.requireNonNullElse(dayRule, Schedule.DayRule.EXACT),
          lastOn,
          Boolean.TRUE.equals(reverses));
    }
  }

  /** A line; see {@link EnteredLine}. */
  record LineBody(
      @Nullable @Size(max = 40) String account,
      @Nullable BigDecimal debit,
      @Nullable BigDecimal credit,
      @Nullable @Size(max = 3) String currency,
      @Nullable BigDecimal currencyAmount,
      @Nullable @Size(max = 40) String costCentre,
      @Nullable @Size(max = 40) String project,
      @Nullable @Size(max = 40) String taxCode,
      @Nullable String text) {

    EnteredLine at(int number) {
      return new EnteredLine(
          "line " + number,
          account,
          debit,
          credit,
          currency,
          currencyAmount,
          costCentre,
          project,
          taxCode,
          text);
    }
  }

  /** The lines as far as they can be read. */
  EnteredLines entered(Currency base) {
    var entered = new EnteredLines(base);
    for (int i = 0; i < lines.size(); i++) {
      entered.add(lines.get(i).at(i + 1));
    }
    return entered;
  }

  /** To store. */
  JournalContent content(EnteredLines entered) {
    return new JournalContent(
        postingDate,
        description,
        reverseOn,
        schedule == null ? null : schedule.from(postingDate),
        Objects.requireNonNullElse(origin, ManualJournal.Origin.TYPED),
        documentId,
        entered.lines());
  }

  /**
   * To store.
   *
   * @throws org.countinghouse.errors.BusinessException {@code journals.refused} when a line cannot
   *     be read
   */
  JournalContent content(Currency base) {
    EnteredLines entered = entered(base);
    List<Finding> findings = entered.findings();
    if (!findings.isEmpty()) {
      throw JournalsError.REFUSED.withFindings(findings, description, findings.size());
    }
    return content(entered);
  }
}
