package org.countinghouse.server.api.allocations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.allocations.Allocation;
import org.countinghouse.allocations.AllocationRule;
import org.countinghouse.allocations.AllocationRules;
import org.countinghouse.allocations.Driver;
import org.countinghouse.allocations.NewRule;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Allocation rules, and what they posted. The job {@code ledger.allocate-costs} runs them. */
@RestController
@RequestMapping("/api/allocations")
class AllocationController {

  private static final String READ = "allocations.rule:read";
  private static final String MANAGE = "allocations.rule:manage";
  private static final String REVERSE = "allocations.run:reverse";

  private final AllocationRules rules;
  private final Allocation allocation;

  AllocationController(AllocationRules rules, Allocation allocation) {
    this.rules = rules;
    this.allocation = allocation;
  }

  /** A rule as it is told. */
  record RuleView(
      UUID id,
      String code,
      String name,
      int step,
      @Nullable String sourceCostCentre,
      String sourceAccounts,
      @Nullable String targetAccount,
      @Nullable String offsetAccount,
      Driver driver,
      @Nullable String statistic,
      @Nullable String driverAccounts,
      YearMonth validFrom,
      @Nullable YearMonth validTo,
      List<AllocationRule.Target> targets) {

    static RuleView of(AllocationRule rule) {
      return new RuleView(
          rule.id(),
          rule.code(),
          rule.name(),
          rule.step(),
          rule.sourceCostCentre(),
          rule.sourceAccounts().toString(),
          rule.targetAccount(),
          rule.offsetAccount(),
          rule.driver(),
          rule.statistic(),
          rule.driverAccounts() == null ? null : rule.driverAccounts().toString(),
          rule.validFrom(),
          rule.validTo(),
          rule.targets());
    }
  }

  /** A rule to be made; see {@link NewRule}. */
  record RuleBody(
      @NotBlank @Size(max = 20) String code,
      @NotBlank @Size(max = 200) String name,
      int step,
      @Nullable String sourceCostCentre,
      @NotBlank @Size(max = 1000) String sourceAccounts,
      @Nullable String targetAccount,
      @Nullable String offsetAccount,
      @NotNull Driver driver,
      @Nullable String statistic,
      @Nullable @Size(max = 1000) String driverAccounts,
      @NotNull YearMonth validFrom,
      @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull TargetBody> targets) {

    NewRule value() {
      return new NewRule(
          code,
          name,
          step,
          sourceCostCentre,
          sourceAccounts,
          targetAccount,
          offsetAccount,
          driver,
          statistic,
          driverAccounts,
          validFrom,
          targets.stream()
              .map(target -> new AllocationRule.Target(target.costCentre(), target.share()))
              .toList());
    }
  }

  /** Who takes costs; the share for a fixed driver only. */
  record TargetBody(@NotBlank String costCentre, @Nullable @Positive BigDecimal share) {}

  /** The last month a rule is used in. */
  record EndBody(@NotNull YearMonth lastMonth) {}

  /** What a rule posted; amounts are text, so that no reader rounds them. */
  record RecordView(
      String rule,
      int sequence,
      String kind,
      String journal,
      String allocated,
      String currency,
      Map<String, String> quantities,
      Map<String, String> amounts) {

    static RecordView of(Allocation.Record record) {
      return new RecordView(
          record.rule(),
          record.sequence(),
          record.kind(),
          "/api/ledger/journals/" + record.journalId(),
          record.allocated().amount().toPlainString(),
          record.allocated().currency().getCurrencyCode(),
          plain(record.quantities()),
          plain(record.amounts()));
    }

    private static Map<String, String> plain(Map<String, BigDecimal> numbers) {
      return numbers.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  entry -> entry.getValue().stripTrailingZeros().toPlainString()));
    }
  }

  /** All rules ever made, in the order they run. */
  @GetMapping("/rules")
  List<RuleView> rules(@RequestParam String organization, Caller caller) {
    return rules.list(caller.organization(organization, READ).id()).stream()
        .map(RuleView::of)
        .toList();
  }

  /** Makes a rule. */
  @PostMapping("/rules")
  @ResponseStatus(HttpStatus.CREATED)
  RuleView create(
      @RequestParam String organization, @RequestBody @Valid RuleBody wanted, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return RuleView.of(rules.create(where.id(), wanted.value(), caller.actor()));
  }

  /** Ends a rule with a month; what it posted stays. */
  @PostMapping("/rules/{code}/endings")
  RuleView end(
      @PathVariable String code,
      @RequestParam String organization,
      @RequestBody @Valid EndBody wanted,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    rules.end(where.id(), code, wanted.lastMonth(), caller.actor());
    return RuleView.of(rules.require(where.id(), code));
  }

  /** What was posted for a month, in order. */
  @GetMapping("/runs")
  List<RecordView> runs(
      @RequestParam String organization, @RequestParam YearMonth period, Caller caller) {
    Organization where = caller.organization(organization, READ);
    return allocation.records(where.id(), period).stream().map(RecordView::of).toList();
  }

  /** Takes back what a rule posted for a month; the next run posts it anew. */
  @PostMapping("/rules/{code}/reversals")
  @ResponseStatus(HttpStatus.CREATED)
  List<RecordView> takeBack(
      @PathVariable String code,
      @RequestParam String organization,
      @RequestParam YearMonth period,
      Caller caller) {
    Organization where = caller.organization(organization, REVERSE);
    allocation.takeBack(where.id(), code, period, caller.actor());
    return runs(organization, period, caller);
  }
}
