package org.countinghouse.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.countinghouse.procurement.OrderWorld.line;
import static org.countinghouse.procurement.OrderWorld.quantities;
import static org.countinghouse.procurement.OrderWorld.wish;
import static org.countinghouse.procurement.OrderWorld.with;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.spi.ApprovalSheet.Notice;
import org.countinghouse.budgets.Budget;
import org.countinghouse.budgets.BudgetImport;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.BudgetControl.Mode;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.testing.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
class OrderBudgetTests {

  @Autowired OrderWorld world;
  @Autowired PurchaseOrders orders;
  @Autowired OrderDrafting drafting;
  @Autowired OrderProgress progress;
  @Autowired OrderEndings endings;
  @Autowired OrderApproval subject;
  @Autowired BudgetControls controls;
  @Autowired BudgetImport imports;
  @Autowired Budgets budgets;
  @Autowired Reports reports;
  @Autowired Organizations organizations;

  @Test
  @Transactional // counted by hand: there are no receipts and invoices to hold the books against
  void whatIsOrderedIsCommittedUntilItIsInvoicedClosedOrCancelled() {
    Company company = budgeted("6815,1000,,1200.00\n");
    PurchaseOrder order = world.issued(company, line("Paper", "40", "20"));
    assertThat(committed(company)).isEqualTo(eur("800.00"));
    assertThat(budgets.room(company.id(), "BUDGET", 2026, "6815", "1000").remaining())
        .isEqualTo(eur("400.00"));

    progress.received(order.id(), quantities(order, 1, "10"), company.buyer());
    assertThat(committed(company)).as("goods are no invoice").isEqualTo(eur("800.00"));
    progress.invoiced(order.id(), quantities(order, 1, "10"), company.buyer());
    assertThat(committed(company)).isEqualTo(eur("600.00"));
    progress.invoiced(order.id(), quantities(order, 1, "-4"), company.buyer());
    assertThat(committed(company)).as("credited").isEqualTo(eur("680.00"));
    progress.invoiced(order.id(), quantities(order, 1, "4"), company.buyer());
    endings.close(order.id(), "Enough", company.buyer());
    assertThat(committed(company)).isEqualTo(eur("0.00"));
  }

  @Test
  void aBudgetBlocksWarnsOrIsIgnoredAsItIsSet() {
    Company company = budgeted("6815,1000,,100.00\n");
    OrderVersion wanted =
        drafting.request(company.id(), wish(null, line("Paper", "10", "20")), company.requester());
    BudgetRoom room = orders.rooms(wanted.id()).get(0);
    assertThat(room.mode()).as("unless something else is set").isEqualTo(Mode.WARN);
    assertThat(room.left()).isEqualTo(eur("-100.00"));
    assertThat(subject.sheet(wanted.id()).notices())
        .extracting(Notice::code)
        .contains("procurement.over-budget");

    set(company, null, null, Mode.BLOCK);
    refused(wanted, company, "procurement.budget-exceeded");
    set(company, "6815", "1000", Mode.IGNORE);
    drafting.submit(wanted.id(), company.requester());
    assertThat(orders.require(wanted.orderId()).state()).isEqualTo(PurchaseOrder.State.IN_APPROVAL);
  }

  @Test
  void whatOthersAskedForIsNotThereForTheNext() {
    Company company = budgeted("6815,1000,,1000.00\n");
    set(company, null, "1000", Mode.BLOCK);
    OrderVersion first =
        drafting.request(company.id(), wish(null, line("Paper", "30", "20")), company.requester());
    OrderVersion second =
        drafting.request(company.id(), wish(null, line("Pens", "30", "20")), company.requester());
    drafting.submit(first.id(), company.requester());
    assertThat(orders.rooms(second.id()).get(0).reserved()).isEqualTo(eur("600.00"));
    refused(second, company, "procurement.budget-exceeded");
    endings.cancel(first.orderId(), "No more", company.requester());
    drafting.submit(second.id(), company.requester());
  }

  @Test
  void aChangeAsksForItsDifferenceOnly() {
    Company company = budgeted("6815,1000,,1000.00\n");
    set(company, null, null, Mode.BLOCK);
    PurchaseOrder order = world.issued(company, line("Paper", "40", "20"));
    OrderVersion more =
        drafting.propose(order.id(), with(order, 1, "50", "20"), "More", company.buyer());
    BudgetRoom room = orders.rooms(more.id()).get(0);
    assertThat(room.requested()).isEqualTo(eur("200.00"));
    assertThat(room.left()).isEqualTo(eur("0.00"));
    drafting.submit(more.id(), company.buyer());
  }

  @Test
  void aPlanForTheWholeAccountCountsForEveryCostCentre() {
    Company company = budgeted("6300,,,500.00\n6815,2000,,50.00\n");
    OrderVersion wanted =
        drafting.request(
            company.id(),
            wish(
                null,
                line(null, "Advice", "SERVICE", "1", "300", "1000"),
                line(null, "More advice", "SERVICE", "1", "300", "2000"),
                line("Paper", "1", "10")),
            company.requester());
    List<BudgetRoom> rooms = orders.rooms(wanted.id());
    assertThat(rooms)
        .extracting(
            room -> room.account() + " " + room.costCentre() + " " + room.plannedFor(),
            room -> room.left().toString())
        .containsExactly(
            tuple("6300 null true", "-100.00 EUR"), tuple("6815 1000 false", "-10.00 EUR"));
  }

  @Test
  @Transactional // counted by hand: there are no receipts and invoices to hold the books against
  void reportsShowWhatIsCommitted() {
    Company company = budgeted("6815,1000,,1200.00\n");
    PurchaseOrder order = world.issued(company, line("Paper", "40", "20"));
    progress.invoiced(order.id(), quantities(order, 1, "10"), company.buyer());
    assertThat(csv(company, "open-commitments", Map.of()))
        .contains(order.number())
        .contains("800.00,200.00,600.00");
    assertThat(csv(company, "budget-vs-actual", Map.of("period", "2026-06")))
        .as("remaining, ordered, available")
        .contains("1200.00,1200.00,600.00,600.00");
  }

  private String csv(Company company, String report, Map<String, String> parameters) {
    ReportTable table =
        reports.run(report, organizations.byId(company.id()), parameters, Locale.ENGLISH);
    var out = new java.io.ByteArrayOutputStream();
    try {
      reports.write(table, org.countinghouse.reporting.ReportFormat.CSV, Locale.ENGLISH, out);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private Company budgeted(String lines) {
    Company company = world.company();
    Budget draft =
        imports.run(
            new BudgetImport.Request(company.id(), "BUDGET", 2026, "Budget", "budget.csv"),
            ("account,cost_centre,name,year\n" + lines).getBytes(StandardCharsets.UTF_8),
            Actor.of("accountant"));
    budgets.activate(draft.id(), Actor.of("controller"));
    return company;
  }

  private void set(
      Company company, @Nullable String account, @Nullable String costCentre, Mode mode) {
    controls.set(
        new BudgetControl(company.id(), "BUDGET", account, costCentre, mode), company.controller());
  }

  private Money committed(Company company) {
    return budgets.room(company.id(), "BUDGET", 2026, "6815", "1000").committed();
  }

  private void refused(OrderVersion version, Company company, String code) {
    UUID id = version.id();
    assertThat(
            catchThrowableOfType(
                    BusinessException.class, () -> drafting.submit(id, company.requester()))
                .code()
                .id())
        .isEqualTo(code);
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
