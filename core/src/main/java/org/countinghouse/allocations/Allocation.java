package org.countinghouse.allocations;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.allocations.AllocationMapper.RunRow;
import org.countinghouse.allocations.AllocationMapper.ShareRow;
import org.countinghouse.allocations.AllocationPlan.Place;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings the allocations of a month to where the rules say they must be. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Allocation {

  private final AllocationMapper mapper;
  private final AllocationRules rules;
  private final AllocationPlan plans;
  private final Ledger ledger;
  private final Audit audit;
  private final Clock clock;

  Allocation(
      AllocationMapper mapper,
      AllocationRules rules,
      AllocationPlan plans,
      Ledger ledger,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.rules = rules;
    this.plans = plans;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A journal a rule posted.
   *
   * @param allocated what it has allocated for the month in all, after this run
   */
  public record Posted(String rule, Money allocated, UUID journalId) {}

  /** A rule that could not be run. */
  public record Refused(String rule, BusinessException reason) {}

  /**
   * What a run did.
   *
   * @param rules how many are used in the month
   */
  public record Run(YearMonth period, int rules, List<Posted> posted, List<Refused> refused) {}

  /** What a rule has to post for a month to be where it must be. */
  public record Due(String rule, Money amount) {}

  /**
   * What a rule posted for a month.
   *
   * @param kind {@code ALLOCATION} or {@code REVERSAL}
   * @param quantities the driver, by cost centre
   * @param amounts of the month in all after this run, by cost centre
   */
  public record Record(
      String rule,
      int sequence,
      String kind,
      UUID journalId,
      Money allocated,
      Map<String, BigDecimal> quantities,
      Map<String, BigDecimal> amounts) {}

  /**
   * Runs the rules of a month in the order of their steps, each in the month's last day; a rule
   * that is where it must be posts nothing. One that cannot be run is set aside, the others are
   * run.
   */
  public Run run(UUID organizationId, YearMonth period, Actor by) {
    mapper.lockRules(organizationId);
    List<AllocationRule> all = rules.list(organizationId);
    List<Posted> posted = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    int used = 0;
    for (AllocationRule rule : all) {
      if (!rule.isValidIn(period)) {
        continue;
      }
      used++;
      try {
        AllocationPlan.Plan plan = plans.of(rule, period, all);
        if (!plan.lines().isEmpty()) {
          posted.add(post(rule, period, plan, "ALLOCATION", by));
        }
      } catch (BusinessException reason) {
        refused.add(new Refused(rule.code(), reason));
      }
    }
    return new Run(period, used, posted, refused);
  }

  /**
   * Takes back what a rule posted for a month; the next run posts it anew unless the rule was
   * ended.
   *
   * @throws BusinessException {@code allocations.rule-unknown}, {@code allocations.nothing-posted},
   *     and those of {@link Ledger#post}
   */
  public Posted takeBack(UUID organizationId, String code, YearMonth period, Actor by) {
    mapper.lockRules(organizationId);
    AllocationRule rule = rules.require(organizationId, code);
    AllocationPlan.Plan plan = plans.nothing(rule, period);
    if (plan.lines().isEmpty()) {
      throw AllocationsError.NOTHING_POSTED.with(code, period);
    }
    Posted posted = post(rule, period, plan, "REVERSAL", by);
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "taken-back",
            "allocations.run",
            code + " " + period,
            null,
            posted));
    return posted;
  }

  /** The rules that are not where they must be, as the books stand now; read only. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<Due> due(UUID organizationId, YearMonth period) {
    List<AllocationRule> all = rules.list(organizationId);
    List<Due> due = new ArrayList<>();
    for (AllocationRule rule : all) {
      if (rule.isValidIn(period)) {
        AllocationPlan.Plan plan = plans.of(rule, period, all);
        if (!plan.lines().isEmpty()) {
          due.add(new Due(rule.code(), plan.moved()));
        }
      }
    }
    return due;
  }

  /** What was posted for a month, in order. */
  @Transactional(readOnly = true)
  public List<Record> records(UUID organizationId, YearMonth period) {
    Map<UUID, String> codes =
        rules.list(organizationId).stream()
            .collect(Collectors.toMap(AllocationRule::id, AllocationRule::code));
    Map<UUID, List<ShareRow>> shares =
        mapper.listShares(organizationId, period.atDay(1)).stream()
            .collect(Collectors.groupingBy(ShareRow::runId));
    return mapper.listRuns(organizationId, period.atDay(1)).stream()
        .map(
            row ->
                new Record(
                    String.valueOf(codes.get(row.ruleId())),
                    row.sequence(),
                    row.kind(),
                    row.journalId(),
                    AllocationPlan.money(row.allocated(), Currency.getInstance(row.currency())),
                    shares.getOrDefault(row.id(), List.of()).stream()
                        .collect(Collectors.toMap(ShareRow::costCentre, ShareRow::quantity)),
                    shares.getOrDefault(row.id(), List.of()).stream()
                        .collect(Collectors.toMap(ShareRow::costCentre, ShareRow::amount))))
        .toList();
  }

  private Posted post(
      AllocationRule rule, YearMonth period, AllocationPlan.Plan plan, String kind, Actor by) {
    LocalDate month = period.atDay(1);
    int sequence = mapper.countRuns(rule.id(), month) + 1;
    List<DraftLine> lines =
        plan.lines().entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .toList();
    PostedJournal journal =
        ledger.post(
            new JournalDraft(
                rule.organizationId(),
                period.atEndOfMonth(),
                rule.name() + " " + period,
                rule.source(),
                period + (sequence > 1 ? "/" + sequence : ""),
                lines),
            by);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID run = Ids.next();
    String currency = plan.allocated().currency().getCurrencyCode();
    mapper.insertRun(
        new RunRow(
            run,
            rule.organizationId(),
            rule.id(),
            month,
            sequence,
            kind,
            journal.id(),
            plan.allocated().amount(),
            currency),
        by.username(),
        now);
    List<ShareRow> shares =
        plan.shares().entrySet().stream()
            .map(
                entry ->
                    new ShareRow(
                        rule.organizationId(),
                        run,
                        entry.getKey(),
                        entry.getValue().quantity(),
                        entry.getValue().amount().amount(),
                        currency))
            .toList();
    if (!shares.isEmpty()) {
      mapper.insertShares(shares);
    }
    return new Posted(rule.code(), plan.allocated(), journal.id());
  }

  private static DraftLine line(Place place, Money amount) {
    return DraftLine.debit(place.account(), amount).at(place.costCentre());
  }
}
