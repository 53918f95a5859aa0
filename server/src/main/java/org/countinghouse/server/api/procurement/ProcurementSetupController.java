package org.countinghouse.server.api.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.organizations.Organization;
import org.countinghouse.procurement.BudgetControl;
import org.countinghouse.procurement.BudgetControls;
import org.countinghouse.procurement.Categories;
import org.countinghouse.procurement.Category;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be ordered, and how strict budgets are. */
@RestController
@RequestMapping("/api/procurement")
class ProcurementSetupController {

  private static final String READ = "procurement.setup:read";
  private static final String MANAGE = "procurement.setup:manage";

  private final Categories categories;
  private final BudgetControls controls;

  ProcurementSetupController(Categories categories, BudgetControls controls) {
    this.categories = categories;
    this.controls = controls;
  }

  /** See {@link Category}. */
  record CategoryBody(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 40) String account,
      @Nullable @Size(max = 40) String taxCode,
      boolean receiptRequired,
      boolean standard,
      @Nullable Boolean active) {}

  /** See {@link BudgetControl}; absent budget: the standard one. */
  record ControlBody(
      @Nullable @Size(max = 20) String budget,
      @Nullable @Size(max = 40) String account,
      @Nullable @Size(max = 40) String costCentre,
      BudgetControl.@NotNull Mode mode) {}

  /** What can be ordered, inactive categories too. */
  @GetMapping("/categories")
  List<Category> categories(@RequestParam String organization, Caller caller) {
    return categories.list(caller.organization(organization, READ).id());
  }

  /** Adds a category or replaces what it says. */
  @PutMapping("/categories/{code}")
  List<Category> keep(
      @PathVariable String code,
      @RequestParam String organization,
      @RequestBody @Valid CategoryBody body,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    categories.keep(
        new Category(
            where.id(),
            code,
            body.name(),
            body.account(),
            body.taxCode(),
            body.receiptRequired(),
            body.standard(),
            !Boolean.FALSE.equals(body.active())),
        caller.actor());
    return categories.list(where.id());
  }

  /** How strict budgets are, the most general first; without any row people are warned. */
  @GetMapping("/budget-controls")
  List<BudgetControl> controls(@RequestParam String organization, Caller caller) {
    return controls.list(caller.organization(organization, READ).id());
  }

  /** Sets how strict a budget is, for all of it or for an account, a cost centre or both. */
  @PutMapping("/budget-controls")
  List<BudgetControl> set(
      @RequestParam String organization, @RequestBody @Valid ControlBody body, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    controls.set(
        new BudgetControl(
            where.id(),
            Objects.requireNonNullElse(body.budget(), Budgets.DEFAULT_CODE),
            body.account(),
            body.costCentre(),
            body.mode()),
        caller.actor());
    return controls.list(where.id());
  }
}
