package org.countinghouse.server.api.budgets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.budgets.Budget;
import org.countinghouse.budgets.BudgetImport;
import org.countinghouse.budgets.BudgetLine;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.budgets.NewBudget;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Budgets: make a version, have a second person put it in force, ask what is left. */
@RestController
@RequestMapping("/api/budgets")
class BudgetController {

  private static final String READ = "budgets.budget:read";
  private static final String MANAGE = "budgets.budget:manage";
  private static final String ACTIVATE = "budgets.budget:activate";

  private final Budgets budgets;
  private final BudgetImport imports;

  BudgetController(Budgets budgets, BudgetImport imports) {
    this.budgets = budgets;
    this.imports = imports;
  }

  /** An amount in major units; text, so that no reader rounds it. */
  record Amount(String amount, String currency) {

    static Amount of(Money money) {
      return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
  }

  /** A planned amount; income and expense positive. */
  record LineView(String account, @Nullable String costCentre, YearMonth period, Amount amount) {

    static LineView of(BudgetLine line) {
      return new LineView(
          line.account(), line.costCentre(), line.period(), Amount.of(line.amount()));
    }
  }

  /** A version with its lines. */
  record BudgetView(Budget budget, List<LineView> lines) {}

  /** What is left of a budget, less what is ordered and not yet booked. */
  record RoomView(Amount planned, Amount actual, Amount committed, Amount remaining) {

    static RoomView of(Budgets.Room room) {
      return new RoomView(
          Amount.of(room.planned()),
          Amount.of(room.actual()),
          Amount.of(room.committed()),
          Amount.of(room.remaining()));
    }
  }

  /** A version to be made. */
  record BudgetBody(
      @NotBlank @Size(max = 20) String code,
      int fiscalYear,
      @NotBlank @Size(max = 200) String name,
      @NotNull @Size(min = 1, max = 50_000) List<@Valid @NotNull LineBody> lines) {}

  /** A line in base currency; income and expense positive. */
  record LineBody(
      @NotBlank String account,
      @Nullable String costCentre,
      @NotNull YearMonth period,
      @NotNull BigDecimal amount) {}

  /** All versions, the latest year first. */
  @GetMapping
  List<Budget> list(@RequestParam String organization, Caller caller) {
    return budgets.list(caller.organization(organization, READ).id());
  }

  /** A version with its lines. */
  @GetMapping("/{id}")
  BudgetView show(@PathVariable UUID id, Caller caller) {
    Budget budget = permitted(id, READ, caller);
    return new BudgetView(budget, budgets.lines(id).stream().map(LineView::of).toList());
  }

  /** Makes the next version, as a draft. */
  @PostMapping
  ResponseEntity<Budget> draft(
      @RequestParam String organization, @RequestBody @Valid BudgetBody wanted, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    List<BudgetLine> lines =
        wanted.lines().stream()
            .map(
                line ->
                    new BudgetLine(
                        line.account(),
                        line.costCentre(),
                        line.period(),
                        new Money(line.amount(), where.baseCurrency())))
            .toList();
    return created(
        budgets.draft(
            where.id(),
            new NewBudget(wanted.code(), wanted.fiscalYear(), wanted.name(), null, lines),
            caller.actor()));
  }

  /**
   * Makes the next version from a CSV file or workbook.
   *
   * @param fileName what the file is called, to be found again
   */
  @PostMapping(path = "/imports", consumes = MediaType.ALL_VALUE)
  ResponseEntity<Budget> importFile(
      @RequestParam String organization,
      @RequestParam int fiscalYear,
      @RequestParam(defaultValue = Budgets.DEFAULT_CODE) String code,
      @RequestParam @Size(max = 200) String name,
      @RequestParam(defaultValue = "") @Size(max = 255) String fileName,
      @RequestBody byte[] content,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return created(
        imports.run(
            new BudgetImport.Request(where.id(), code, fiscalYear, name, fileName),
            content,
            caller.actor()));
  }

  /** Puts a draft in force; somebody else made it. */
  @PostMapping("/{id}/activations")
  Budget activate(@PathVariable UUID id, Caller caller) {
    permitted(id, ACTIVATE, caller);
    return budgets.activate(id, caller.actor());
  }

  /** Throws a draft away. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable UUID id, Caller caller) {
    permitted(id, MANAGE, caller);
    budgets.discard(id, caller.actor());
  }

  /** What is left of the version in force; of all its accounts and cost centres, or of one. */
  @GetMapping("/remaining")
  RoomView remaining(
      @RequestParam String organization,
      @RequestParam int fiscalYear,
      @RequestParam(defaultValue = Budgets.DEFAULT_CODE) String code,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String costCentre,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return RoomView.of(budgets.room(where.id(), code, fiscalYear, account, costCentre));
  }

  private Budget permitted(UUID id, String permission, Caller caller) {
    Budget budget = budgets.require(id);
    caller.require(permission, budget.organizationId());
    return budget;
  }

  private static ResponseEntity<Budget> created(Budget budget) {
    return ResponseEntity.created(URI.create("/api/budgets/" + budget.id())).body(budget);
  }
}
