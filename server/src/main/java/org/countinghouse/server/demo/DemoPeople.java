package org.countinghouse.server.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.access.ApprovalLimit;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.startup.DemoLogins;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo: one per role, named by it, working in all three companies. */
@Component
@Profile("demo")
class DemoPeople implements DemoLogins {

  static final String PASSWORD = "countinghouse";

  /** Works in the American company only, to see that the others stay out of sight. */
  static final String AMERICAN = "us-accountant";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("requester", "Rita Requester"),
          Map.entry("department-head", "Dieter Department"),
          Map.entry("buyer", "Bianca Buyer"),
          Map.entry("warehouse", "Walter Warehouse"),
          Map.entry("ap-clerk", "Anna Payable"),
          Map.entry("accountant", "Arthur Accountant"),
          Map.entry("controller", "Clara Controller"),
          Map.entry("cfo", "Felix Finance"),
          Map.entry("treasurer", "Tessa Treasurer"),
          Map.entry("hr-officer", "Hugo Human"),
          Map.entry("hr-manager", "Helen Human"),
          Map.entry("payroll-officer", "Paul Payroll"),
          Map.entry("payroll-manager", "Petra Payroll"),
          Map.entry("ops", "Oskar Operations"),
          Map.entry("auditor", "Ada Auditor"),
          Map.entry("administrator", "Adam Administrator"));

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("supplier-invoice", "department-head", "5000"),
          new Limit("supplier-invoice", "controller", "50000"),
          new Limit("supplier-invoice", "cfo", "10000000"),
          new Limit("purchase-order", "department-head", "5000"),
          new Limit("purchase-order", "controller", "50000"),
          new Limit("purchase-order", "cfo", "10000000"),
          new Limit("payment-run", "controller", "100000"),
          new Limit("payment-run", "cfo", "100000000"),
          new Limit("manual-journal", "controller", "100000"),
          new Limit("manual-journal", "cfo", "100000000"));

  private final Users users;
  private final Roles roles;
  private final ApprovalLimits limits;

  DemoPeople(Users users, Roles roles, ApprovalLimits limits) {
    this.users = users;
    this.roles = roles;
    this.limits = limits;
  }

  void settleIn(List<Organization> companies, Actor by) {
    NAMES.forEach(
        (role, name) -> {
          users.create(
              NewUser.person(role, name, role + "@harbour.example", language(role), PASSWORD), by);
          companies.forEach(company -> roles.grant(role, role, company.id(), by));
        });
    users.create(
        NewUser.person(
            AMERICAN, "Amy Accountant", AMERICAN + "@harbour.example", Locale.US, PASSWORD),
        by);
    companies.stream()
        .filter(company -> company.country().equals("US"))
        .forEach(company -> roles.grant(AMERICAN, "accountant", company.id(), by));
    companies.forEach(company -> LIMITS.forEach(limit -> limits.set(limit.in(company), by)));
  }

  /** Some read German, so that both languages are seen. */
  private static Locale language(String role) {
    return role.startsWith("department") || role.startsWith("hr") ? Locale.GERMANY : Locale.UK;
  }

  @Override
  public String text() {
    return "  Demo users, named by role, password \"%s\":%n  %s%n  and %s (HBUS only)"
        .formatted(
            PASSWORD, NAMES.keySet().stream().sorted().collect(Collectors.joining(", ")), AMERICAN);
  }

  private record Limit(String subject, String role, String upTo) {

    ApprovalLimit in(Organization company) {
      return new ApprovalLimit(
          company.id(),
          role,
          null,
          subject,
          null,
          Money.of(upTo, company.baseCurrency().getCurrencyCode()));
    }
  }
}
