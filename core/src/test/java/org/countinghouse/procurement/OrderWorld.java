package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalDecisions;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Decision.Verdict;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.testing.TestOrganizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A company that orders: its categories, its people, its supplier, and orders at any stage. */
@Component
public class OrderWorld {

  public static final Currency EUR = PayablesWorld.EUR;

  private static final Actor SETUP = Actor.system("test");

  private final PayablesWorld payables;
  private final Organizations organizations;
  private final TestOrganizations people;
  private final Suppliers suppliers;
  private final Categories categories;
  private final OrderDrafting drafting;
  private final OrderProcessing processing;
  private final Approvals approvals;
  private final ApprovalDecisions decisions;

  OrderWorld(
      PayablesWorld payables,
      Organizations organizations,
      TestOrganizations people,
      Suppliers suppliers,
      Categories categories,
      OrderDrafting drafting,
      OrderProcessing processing,
      Approvals approvals,
      ApprovalDecisions decisions) {
    this.payables = payables;
    this.organizations = organizations;
    this.people = people;
    this.suppliers = suppliers;
    this.categories = categories;
    this.drafting = drafting;
    this.processing = processing;
    this.approvals = approvals;
    this.decisions = decisions;
  }

  /** Who works where. */
  public record Company(
      Organization organization,
      UUID supplierId,
      Actor requester,
      Actor head,
      Actor buyer,
      Actor controller) {

    public UUID id() {
      return organization.id();
    }
  }

  /** A company nobody else has: cost centres 1000 and 2000, categories OFFICE and SERVICE. */
  public Company company() {
    Organization company = payables.company();
    organizations.createProject(company.id(), "P-1", "New warehouse", SETUP);
    keep(company.id(), "OFFICE", "6815", true, true);
    keep(company.id(), "SERVICE", "6300", false, false);
    UUID supplier =
        suppliers
            .adopt(
                company.id(),
                new NewSupplier(
                    PayablesWorld.seller("Elbe Papier GmbH", "DE136695976"),
                    new SupplierTerms(30, "6815", "1000", "V19"),
                    List.of()),
                PayablesWorld.CLERK,
                PayablesWorld.HEAD)
            .id();
    return new Company(
        company,
        supplier,
        people.user("requester", company, "requester"),
        people.user("head", company, "department-head"),
        people.user("buyer", company, "buyer"),
        people.user("controller", company, "controller"));
  }

  private void keep(
      UUID organizationId, String code, String account, boolean receipt, boolean standard) {
    categories.keep(
        new Category(organizationId, code, code, account, "V19", receipt, standard, true), SETUP);
  }

  /** A wish of these lines in euro, delivered by the end of the year. */
  public static OrderWish wish(@Nullable UUID supplierId, OrderWish.Line... lines) {
    return new OrderWish(supplierId, EUR, LocalDate.of(2026, 12, 31), null, List.of(lines));
  }

  /** Office supplies of cost centre 1000, by the piece. */
  public static OrderWish.Line line(String name, String quantity, String price) {
    return line(null, name, "OFFICE", quantity, price, "1000");
  }

  public static OrderWish.Line line(
      @Nullable UUID id,
      String name,
      String category,
      String quantity,
      String price,
      String costCentre) {
    return new OrderWish.Line(
        id,
        null,
        null,
        name,
        category,
        new BigDecimal(quantity),
        "C62",
        new BigDecimal(price),
        null,
        costCentre,
        null,
        null);
  }

  /** The wish that would leave an order as it is, to be changed by a test. */
  public static OrderWish same(PurchaseOrder order) {
    return new OrderWish(
        order.chosenSupplier(),
        order.currency(),
        order.deliverBy(),
        order.note(),
        order.lines().stream().map(OrderWorld::same).toList());
  }

  /** The wish for a line that would leave it as it is. */
  public static OrderWish.Line same(OrderLine line) {
    return with(line, line.quantity(), line.unitPrice());
  }

  public static OrderWish.Line with(OrderLine line, BigDecimal quantity, BigDecimal price) {
    return new OrderWish.Line(
        line.id(),
        null,
        line.supplierItem(),
        line.name(),
        line.category(),
        quantity,
        line.unit(),
        price,
        line.account(),
        line.costCentre(),
        line.project(),
        line.taxCode());
  }

  /** The same wish with one line's quantity and price replaced. */
  public static OrderWish with(PurchaseOrder order, int position, String quantity, String price) {
    List<OrderWish.Line> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      lines.add(
          line.position() == position
              ? with(line, new BigDecimal(quantity), new BigDecimal(price))
              : same(line));
    }
    return new OrderWish(
        order.chosenSupplier(), order.currency(), order.deliverBy(), order.note(), lines);
  }

  /** An order of the buyer's own, approved by the department head and issued. */
  public PurchaseOrder issued(Company company, OrderWish.Line... lines) {
    OrderVersion version =
        drafting.request(company.id(), wish(company.supplierId(), lines), company.buyer());
    drafting.submit(version.id(), company.buyer());
    approve(version.id(), company.head());
    processing.takeApproval(version.id());
    return processing.putInForce(version.id());
  }

  /** Has this person, as department head, say yes to what the version is now. */
  public ApprovalRequest approve(UUID versionId, Actor by) {
    return decide(versionId, Verdict.APPROVED, by);
  }

  public ApprovalRequest decide(UUID versionId, Verdict verdict, Actor by) {
    ApprovalRequest request =
        approvals.open(
            "test " + UUID.randomUUID(),
            "purchase-order",
            versionId,
            List.of(
                new LevelRule(
                    "department-head",
                    LevelRule.Authority.ENDORSES,
                    Duration.ofHours(8),
                    Duration.ofHours(16))));
    return decisions.decide(request.id(), verdict, "Because", null, by);
  }

  /** Quantities by line id, from pairs of position and quantity. */
  public static Map<UUID, BigDecimal> quantities(PurchaseOrder order, Object... pairs) {
    Map<UUID, BigDecimal> quantities = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      quantities.put(
          order.lineAt((Integer) pairs[i]).orElseThrow().id(),
          new BigDecimal((String) pairs[i + 1]));
    }
    return quantities;
  }
}
