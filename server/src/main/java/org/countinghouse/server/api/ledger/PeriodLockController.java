package org.countinghouse.server.api.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.List;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The months of the books and the modules that may no longer post to them. Closing and reopening a
 * month are processes of their own, under {@code /api/close}.
 */
@RestController
@RequestMapping("/api/ledger/periods")
class PeriodLockController {

  private static final String READ = "ledger.period:read";
  private static final String LOCK = "ledger.period:lock";

  private final Periods periods;

  PeriodLockController(Periods periods) {
    this.periods = periods;
  }

  /** The module to keep out: {@code payables}, {@code journals}. */
  record LockRequest(@NotNull @Pattern(regexp = "[a-z][a-z-]{0,39}") String module) {}

  /** The periods with state and module locks, first to last. */
  @GetMapping
  List<Period> list(@RequestParam String organization, Caller caller) {
    return periods.list(caller.organization(organization, READ).id());
  }

  /** Ends a module's postings to a month that stays open for the others. */
  @PostMapping("/{period}/locks")
  Period lock(
      @PathVariable YearMonth period,
      @RequestParam String organization,
      @RequestBody @Valid LockRequest wanted,
      Caller caller) {
    Organization where = caller.organization(organization, LOCK);
    periods.lockModule(where.id(), period, wanted.module(), caller.actor());
    return require(where, period);
  }

  /** Lets the module post again. */
  @DeleteMapping("/{period}/locks/{module}")
  Period unlock(
      @PathVariable YearMonth period,
      @PathVariable String module,
      @RequestParam String organization,
      Caller caller) {
    Organization where = caller.organization(organization, LOCK);
    periods.unlockModule(where.id(), period, module, caller.actor());
    return require(where, period);
  }

  private Period require(Organization where, YearMonth period) {
    return periods
        .find(where.id(), period)
        .orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(period));
  }
}
