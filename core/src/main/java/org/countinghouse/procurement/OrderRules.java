package org.countinghouse.procurement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.organizations.Project;
import org.countinghouse.payables.SupplierState;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.tax.TaxCode;
import org.countinghouse.tax.TaxCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the wording of an order must keep before people are asked to agree to it. */
@Component
class OrderRules {

  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final TaxCodes taxCodes;
  private final Suppliers suppliers;

  OrderRules(
      ChartOfAccounts chart, Organizations organizations, TaxCodes taxCodes, Suppliers suppliers) {
    this.chart = chart;
    this.organizations = organizations;
    this.taxCodes = taxCodes;
    this.suppliers = suppliers;
  }

  /**
   * Everything that keeps it from being handed in; empty when nothing does.
   *
   * @param earliest the first day on which delivery may be wanted; null for any, of what was agreed
   *     elsewhere
   */
  List<Finding> check(UUID organizationId, OrderContent content, @Nullable LocalDate earliest) {
    Organization organization = organizations.byId(organizationId);
    List<Finding> findings = new ArrayList<>();
    checkHead(organization, content, findings);
    LocalDate deliverBy = content.deliverBy();
    if (deliverBy != null && earliest != null && deliverBy.isBefore(earliest)) {
      findings.add(ProcurementError.DELIVER_BY.at("deliverBy", deliverBy));
    }
    Facts facts = facts(organizationId, content);
    for (int i = 0; i < content.lines().size(); i++) {
      checkLine(content.lines().get(i), "line " + (i + 1), facts, findings);
    }
    return findings;
  }

  private void checkHead(Organization organization, OrderContent content, List<Finding> findings) {
    if (content.baseRate() == null) {
      findings.add(
          ProcurementError.RATE_MISSING.at(
              "currency", content.currency(), organization.baseCurrency()));
    }
    findings.addAll(checkSupplier(content));
  }

  /** Whether we deal with whoever is to deliver. */
  List<Finding> checkSupplier(OrderContent content) {
    UUID supplierId = content.supplierId();
    if (supplierId == null) {
      return List.of();
    }
    var supplier = suppliers.require(supplierId);
    return supplier.state() == SupplierState.ACTIVE
        ? List.of()
        : List.of(
            ProcurementError.SUPPLIER_NOT_ACTIVE.at("supplier", supplier.name(), supplier.state()));
  }

  private record Facts(
      Map<String, Account> accounts,
      Set<String> costCentres,
      Set<String> projects,
      Set<String> taxCodes) {}

  private Facts facts(UUID organizationId, OrderContent content) {
    return new Facts(
        chart.findAll(
            organizationId,
            content.lines().stream().map(OrderContent.Line::account).distinct().toList()),
        organizations.costCentres(organizationId).stream()
            .map(CostCentre::code)
            .collect(Collectors.toSet()),
        organizations.projects(organizationId).stream()
            .filter(Project::open)
            .map(Project::code)
            .collect(Collectors.toSet()),
        taxCodes.list(organizationId, TaxCode.Usage.PURCHASE).stream()
            .map(TaxCode::code)
            .collect(Collectors.toSet()));
  }

  private static void checkLine(
      OrderContent.Line line, String place, Facts facts, List<Finding> findings) {
    String costCentre = line.costCentre();
    String project = line.project();
    Account account = facts.accounts().get(line.account());
    if (account == null || !account.postable() || !account.active()) {
      findings.add(ProcurementError.ACCOUNT_CLOSED.at(place, line.account()));
    } else {
      if (costCentre == null && account.requiredDimensions().contains(Account.COST_CENTRE)) {
        findings.add(
            ProcurementError.DIMENSION_MISSING.at(place, line.account(), Account.COST_CENTRE));
      }
      if (project == null && account.requiredDimensions().contains(Account.PROJECT)) {
        findings.add(ProcurementError.DIMENSION_MISSING.at(place, line.account(), Account.PROJECT));
      }
    }
    if (costCentre != null && !facts.costCentres().contains(costCentre)) {
      findings.add(ProcurementError.COST_CENTRE_UNKNOWN.at(place, costCentre));
    }
    if (project != null && !facts.projects().contains(project)) {
      findings.add(ProcurementError.PROJECT_UNKNOWN.at(place, project));
    }
    String taxCode = line.taxCode();
    if (taxCode != null && !facts.taxCodes().contains(taxCode)) {
      findings.add(ProcurementError.TAX_CODE_UNKNOWN.at(place, taxCode));
    }
  }
}
