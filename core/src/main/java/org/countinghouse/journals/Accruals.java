package org.countinghouse.journals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Journals that undo themselves on a day. Each is undone once: by the job, or before it by a
 * person, whose reversal is found.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Accruals {

  private static final String MODULE = "ledger";

  /** What is undone here has the source {@code ledger:accrual-reversal}. */
  private static final String DISTINCTION = "accrual-reversal";

  private final AccrualMapper mapper;
  private final Ledger ledger;
  private final Periods periods;

  private final Clock clock;

  Accruals(AccrualMapper mapper, Ledger ledger, Periods periods, Clock clock) {
    this.mapper = mapper;
    this.ledger = ledger;
    this.periods = periods;
    this.clock = clock;
  }

  /**
   * An accrual that is due.
   *
   * @param number of the journal that is to be undone
   */
  public record Due(
      UUID organizationId,
      UUID journalId,
      String number,
      String description,
      LocalDate reverseOn) {}

  /** Has a posted journal undone on a day, in the transaction that posts it. */
  public void register(UUID organizationId, UUID journalId, LocalDate reverseOn) {
    mapper.insert(organizationId, journalId, reverseOn);
  }

  /** What is to be undone up to a day and is not yet, by day and number. */
  @Transactional(readOnly = true)
  public List<Due> due(UUID organizationId, LocalDate until) {
    return mapper.listDue(organizationId, until);
  }

  /** How many of these days were undone, by whomever. */
  @Transactional(readOnly = true)
  public int countReversed(UUID organizationId, LocalDate from, LocalDate to) {
    return mapper.countReversed(organizationId, from, to);
  }

  /**
   * Undoes an accrual on its day; where that day's month is closed meanwhile, on the first day of
   * the first later month that is not.
   *
   * @throws BusinessException {@code journals.accrual-month}, {@code ledger.already-reversed} and
   *     what {@link Ledger#reverseAs} refuses
   */
  public PostedJournal reverse(Due accrual, Actor by) {
    LocalDate day = openDay(accrual);
    PostedJournal reversal =
        ledger.reverseAs(
            DISTINCTION,
            accrual.journalId(),
            day,
            "Reversal of %s: %s".formatted(accrual.number(), accrual.description()),
            by);
    mapper.markReversed(accrual.journalId(), reversal.id(), by.username(), clock.instant());
    return reversal;
  }

  private LocalDate openDay(Due accrual) {
    YearMonth month = YearMonth.from(accrual.reverseOn());
    YearMonth open =
        periods.list(accrual.organizationId()).stream()
            .filter(period -> !period.month().isBefore(month) && period.accepts(MODULE))
            .map(Period::month)
            .min(Comparator.naturalOrder())
            .orElseThrow(
                () -> JournalsError.ACCRUAL_MONTH.with(accrual.number(), accrual.reverseOn()));
    return open.equals(month) ? accrual.reverseOn() : open.atDay(1);
  }
}
