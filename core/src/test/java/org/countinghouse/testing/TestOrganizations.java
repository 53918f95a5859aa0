package org.countinghouse.testing;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.access.Actor;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** Makes organizations and users that no other test shares. */
@Component
public class TestOrganizations {

  /** Good for every user made here. */
  public static final String PASSWORD = "correct horse battery";

  private static final Actor SETUP = Actor.system("test");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Organizations organizations;
  private final Users users;
  private final Roles roles;

  TestOrganizations(Organizations organizations, Users users, Roles roles) {
    this.organizations = organizations;
    this.users = users;
    this.roles = roles;
  }

  /** A German organization with euro books and calendar years. */
  public Organization german() {
    return organization("DE", "EUR", "Europe/Berlin", Locale.GERMANY);
  }

  /** A British organization with sterling books and calendar years. */
  public Organization british() {
    return organization("GB", "GBP", "Europe/London", Locale.UK);
  }

  /** An organization of any country, with calendar years. */
  public Organization organization(String country, String currency, String zone, Locale locale) {
    String code = "T" + country + COUNT.incrementAndGet();
    return organizations.create(
        new NewOrganization(
            code,
            "Test " + code,
            country,
            Currency.getInstance(currency),
            ZoneId.of(zone),
            locale,
            MonthDay.of(1, 1)),
        SETUP);
  }

  /**
   * A person with these roles in the organization; the name begins with the given one.
   *
   * @return who acts
   */
  public Actor user(String name, Organization organization, String... roleCodes) {
    String username = name + "-" + COUNT.incrementAndGet();
    users.create(
        NewUser.person(username, name, username + "@example.org", Locale.ENGLISH, PASSWORD), SETUP);
    for (String role : roleCodes) {
      roles.grant(username, role, organization.id(), SETUP);
    }
    return Actor.of(username);
  }
}
