package org.countinghouse.server.demo;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.countinghouse.organizations.NewOrganization;

/** The three companies of the demo and their cost centres. */
final class DemoGroup {

  static final List<NewOrganization> COMPANIES =
      List.of(
          company("HBUK", "Harbour Trading Ltd", "GB", "GBP", "Europe/London", Locale.UK),
          company("HBDE", "Harbour Handel GmbH", "DE", "EUR", "Europe/Berlin", Locale.GERMANY),
          company("HBUS", "Harbour Trading Inc", "US", "USD", "America/New_York", Locale.US));

  static final List<CostCentreSeed> COST_CENTRES =
      List.of(
          new CostCentreSeed("CC100", "Administration"),
          new CostCentreSeed("CC200", "Sales"),
          new CostCentreSeed("CC300", "Purchasing and warehouse"),
          new CostCentreSeed("CC400", "Information technology"));

  private DemoGroup() {}

  private static NewOrganization company(
      String code, String name, String country, String currency, String zone, Locale locale) {
    return new NewOrganization(
        code,
        name,
        country,
        Currency.getInstance(currency),
        ZoneId.of(zone),
        locale,
        MonthDay.of(1, 1));
  }

  record CostCentreSeed(String code, String name) {}
}
