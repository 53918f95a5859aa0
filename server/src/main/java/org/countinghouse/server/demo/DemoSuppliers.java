package org.countinghouse.server.demo;

import java.util.List;
import java.util.Map;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Party.Endpoint;
import org.countinghouse.payables.Party.PostalAddress;
import org.jspecify.annotations.Nullable;

/** The suppliers the demo's companies know: invented, with identifiers whose check digits hold. */
final class DemoSuppliers {

  private static final Map<String, List<Seed>> SEEDS =
      Map.of(
          "DE",
              List.of(
                  new Seed(
                      german(
                          "Elbe Papier GmbH",
                          "DE136695976",
                          "rechnung@elbe-papier.example",
                          "Speicherstraße 12",
                          "20457",
                          "Hamburg"),
                      "DE44200400600526015600",
                      14,
                      "6815",
                      "CC100",
                      "VST19"),
                  new Seed(
                      german(
                          "Nordlicht Energie AG",
                          "DE284519377",
                          "billing@nordlicht.example",
                          "Windallee 3",
                          "24103",
                          "Kiel"),
                      "DE12500105170648489890",
                      30,
                      "6325",
                      "CC100",
                      "VST19"),
                  new Seed(
                      german(
                          "Buchhaus Alster KG",
                          "DE811208346",
                          "info@buchhaus-alster.example",
                          "Jungfernstieg 40",
                          "20354",
                          "Hamburg"),
                      "DE89370400440532013000",
                      30,
                      null,
                      null,
                      "VST7")),
          "GB",
              List.of(
                  new Seed(
                      british(
                          "Thames Stationery Ltd",
                          "GB912645378",
                          "accounts@thames-stationery.example",
                          "14 Wharf Road",
                          "SE1 9PP",
                          "London"),
                      "GB77BARC20201530093459",
                      30,
                      "7504",
                      "CC100",
                      "S20"),
                  new Seed(
                      british(
                          "Pennine Power plc",
                          "GB840392185",
                          "billing@pennine-power.example",
                          "2 Mill Lane",
                          "M1 2AB",
                          "Manchester"),
                      "GB71HBUK40127612345678",
                      14,
                      "7200",
                      "CC100",
                      "S20")),
          "US",
              List.of(
                  new Seed(
                      new Party(
                          "Hudson Office Supply Inc",
                          null,
                          "13-4567890",
                          null,
                          new Endpoint("EM", "ar@hudson-office.example"),
                          new PostalAddress("200 Water St", null, "New York", "10038", "US")),
                      "021000021/4012888800",
                      30,
                      "62000",
                      "CC100",
                      "O0")));

  private DemoSuppliers() {}

  /** Those of a company in this country. */
  static List<Seed> of(String country) {
    return SEEDS.getOrDefault(country, List.of());
  }

  private static Party german(
      String name, String vatId, String mail, String street, String postCode, String city) {
    return new Party(
        name,
        vatId,
        null,
        null,
        new Endpoint("EM", mail),
        new PostalAddress(street, null, city, postCode, "DE"));
  }

  private static Party british(
      String name, String vatId, String mail, String street, String postCode, String city) {
    return new Party(
        name,
        vatId,
        null,
        null,
        new Endpoint("EM", mail),
        new PostalAddress(street, null, city, postCode, "GB"));
  }

  /** One supplier and what its invoices usually are. */
  record Seed(
      Party party,
      String bankAccount,
      int paymentDays,
      @Nullable String account,
      @Nullable String costCentre,
      @Nullable String taxCode) {}
}
