package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.access.Actor;
import org.countinghouse.access.Roles;
import org.countinghouse.close.QuickClose;
import org.countinghouse.organizations.Organization;
import org.countinghouse.samples.SampleBooks;
import org.countinghouse.samples.SampleCompany;
import org.countinghouse.samples.SamplePair;
import org.countinghouse.samples.SampleYear;
import org.countinghouse.testing.TestOrganizations;
import org.springframework.stereotype.Component;

/** The sample group in organizations of a test's own, with the people who close it. */
@Component
public class SampleGroup {

  static final SampleYear YEAR = new SampleYear(2025, 1);

  private static final Actor SETUP = Actor.system("test");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final SampleBooks books;
  private final QuickClose close;
  private final TestOrganizations organizations;
  private final Roles roles;
  private final Groups groups;
  private final GroupChart chart;
  private final GroupTemplate template;

  SampleGroup(
      SampleBooks books,
      QuickClose close,
      TestOrganizations organizations,
      Roles roles,
      Groups groups,
      GroupChart chart,
      GroupTemplate template) {
    this.books = books;
    this.close = close;
    this.organizations = organizations;
    this.roles = roles;
    this.groups = groups;
    this.chart = chart;
    this.template = template;
  }

  /** A group with its companies and people. */
  public record World(
      Group group,
      Map<SampleCompany, Organization> members,
      Actor accountant,
      Actor controller,
      Actor cfo) {

    /** The organization that keeps this company's books. */
    public Organization of(SampleCompany company) {
      return members.get(company);
    }
  }

  /** The group with open books and the parent's rates; no journals yet. */
  public World open(String currency) {
    Map<SampleCompany, Organization> members = new LinkedHashMap<>();
    SampleCompany.all().forEach(company -> members.put(company, books.open(company, 2025)));
    Organization parent = members.get(SampleCompany.HBUK);
    members
        .values()
        .forEach(
            member ->
                books.publishRates(
                    member, YEAR, LocalDate.of(2024, 12, 20), LocalDate.of(2025, 3, 31)));
    Group group =
        groups.create(
            new NewGroup(
                parent.id(),
                "G" + COUNT.incrementAndGet() + parent.code(),
                "Sample group",
                Currency.getInstance(currency),
                new BigDecimal("1.00")),
            SETUP);
    members.values().stream()
        .filter(member -> !member.equals(parent))
        .forEach(member -> groups.addMember(group, member.id(), SETUP));
    template.install(group, SETUP);
    SamplePair.all()
        .forEach(
            pair ->
                chart.pair(
                    group,
                    new NewPair(
                        PairKind.valueOf(pair.kind()),
                        pair.name(),
                        members.get(pair.companyA()).id(),
                        pair.accountA(),
                        members.get(pair.companyB()).id(),
                        pair.accountB()),
                    SETUP));
    return new World(
        group,
        members,
        everywhere("accountant", members),
        everywhere("controller", members),
        everywhere("cfo", members));
  }

  private Actor everywhere(String role, Map<SampleCompany, Organization> members) {
    Actor person = organizations.user(role, members.get(SampleCompany.HBUK), role);
    members.forEach(
        (company, member) -> {
          if (company != SampleCompany.HBUK) {
            roles.grant(person.username(), role, member.id(), SETUP);
          }
        });
    return person;
  }

  /** Posts a month everywhere. */
  public void post(World world, YearMonth month) {
    world.members().forEach((company, member) -> books.post(member, company, YEAR, month));
  }

  /** Closes a month everywhere. */
  public void close(World world, YearMonth month) {
    world.members().values().forEach(member -> close(world, member, month));
  }

  /** Closes a month of one member. */
  public void close(World world, Organization member, YearMonth month) {
    close.close(member.id(), month, world.accountant(), world.cfo());
  }
}
