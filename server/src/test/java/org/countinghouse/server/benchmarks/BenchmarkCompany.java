package org.countinghouse.server.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.access.ApprovalLimit;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.springframework.stereotype.Component;

/** A company with a clerk, somebody who may approve, and a supplier that may be paid. */
@Component
class BenchmarkCompany {

  static final String CLERK = "benchmark-clerk";
  static final String HEAD = "benchmark-head";

  private static final Actor SETUP = Actor.system("benchmark");
  private static final String VAT_ID = "DE811907980";

  private final PayablesWorld world;
  private final Users users;
  private final Roles roles;
  private final ApprovalLimits limits;
  private final Suppliers suppliers;
  private final Payables payables;
  private Organization organization;

  BenchmarkCompany(
      PayablesWorld world,
      Users users,
      Roles roles,
      ApprovalLimits limits,
      Suppliers suppliers,
      Payables payables) {
    this.world = world;
    this.users = users;
    this.roles = roles;
    this.limits = limits;
    this.suppliers = suppliers;
    this.payables = payables;
  }

  void settleIn() {
    organization = world.company();
    person(CLERK, "ap-clerk");
    person(HEAD, "department-head");
    limits.set(
        new ApprovalLimit(
            organization.id(),
            "department-head",
            null,
            "supplier-invoice",
            null,
            Money.of("5000", "EUR")),
        SETUP);
    suppliers.adopt(
        organization.id(),
        new NewSupplier(
            PayablesWorld.seller("Seller", VAT_ID),
            SupplierTerms.DEFAULT,
            List.of(PayeeAccount.of(PayablesWorld.GOOD_IBAN))),
        SETUP,
        Actor.of(HEAD));
  }

  private void person(String name, String role) {
    users.create(
        NewUser.person(name, name, name + "@example.org", Locale.ENGLISH, "correct horse battery"),
        SETUP);
    roles.grant(name, role, organization.id(), SETUP);
  }

  String code() {
    return organization.code();
  }

  Organization organization() {
    return organization;
  }

  /** An invoice over 100.00 comes in and starts its process. */
  UUID receive() {
    return payables
        .receive(
            organization.id(),
            PayablesWorld.invoice(
                "B-" + UUID.randomUUID(),
                InvoiceType.INVOICE,
                PayablesWorld.seller("Seller", VAT_ID),
                List.of(PayablesWorld.line("1", "100.00", "E", "0")),
                List.of(PayablesWorld.tax("E", "0", "100.00", "0.00"))),
            null,
            null,
            Actor.system("inbox"))
        .invoiceId();
  }
}
