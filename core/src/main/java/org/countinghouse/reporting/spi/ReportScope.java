package org.countinghouse.reporting.spi;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countinghouse.organizations.Organization;

/** Whose figures a report shows: those of one organization, or of a group of them. */
public sealed interface ReportScope {

  /** Short name in file names and addresses. */
  String code();

  /** What people call it. */
  String name();

  /** Currency of the amounts. */
  Currency currency();

  /** Where its days begin and end. */
  ZoneId zone();

  /** Its people's language. */
  Locale locale();

  /** The organizations whose figures are in it; who reads it must have the right to all. */
  List<Organization> members();

  /** This organization alone. */
  static ReportScope of(Organization organization) {
    return new OfOrganization(organization);
  }

  /** One organization, in its base currency. */
  record OfOrganization(Organization organization) implements ReportScope {

    @Override
    public String code() {
      return organization.code();
    }

    @Override
    public String name() {
      return organization.name();
    }

    @Override
    public Currency currency() {
      return organization.baseCurrency();
    }

    @Override
    public ZoneId zone() {
      return organization.zone();
    }

    @Override
    public Locale locale() {
      return organization.locale();
    }

    @Override
    public List<Organization> members() {
      return List.of(organization);
    }
  }

  /**
   * A group, in its presentation currency.
   *
   * @param id of the group
   * @param parent whose zone, language and country the group's statements follow
   * @param members parent included
   */
  record OfGroup(
      UUID id,
      String code,
      String name,
      Currency currency,
      Organization parent,
      List<Organization> members)
      implements ReportScope {

    public OfGroup {
      members = List.copyOf(members);
    }

    @Override
    public ZoneId zone() {
      return parent.zone();
    }

    @Override
    public Locale locale() {
      return parent.locale();
    }
  }
}
