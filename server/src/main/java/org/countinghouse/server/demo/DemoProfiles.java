package org.countinghouse.server.demo;

import java.util.Map;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.OrganizationProfile;
import org.countinghouse.organizations.OrganizationProfiles;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the three companies put on their letters. Nobody has these numbers. */
@Component
@Profile("demo")
class DemoProfiles {

  private static final Map<String, OrganizationProfile> BY_COMPANY =
      Map.of(
          "HBUK",
          new OrganizationProfile(
              "1 Quay Street",
              null,
              "Bristol",
              "BS1 4DJ",
              "GB980780684",
              "Companies House 09876543",
              "0088",
              "5012345000015",
              "purchasing@harbour-trading.example",
              "+44 117 496 0100"),
          "HBDE",
          new OrganizationProfile(
              "Am Sandtorkai 1",
              null,
              "Hamburg",
              "20457",
              "DE136695976",
              "HRB 123456 Hamburg",
              "0088",
              "4260123450014",
              "einkauf@harbour-handel.example",
              "+49 40 5550100"),
          "HBUS",
          new OrganizationProfile(
              "200 Harbor Drive",
              "Suite 300",
              "Baltimore, MD",
              "21202",
              null,
              null,
              "0088",
              "0614141123452",
              "purchasing@harbour-inc.example",
              "+1 410 555 0100"));

  private final OrganizationProfiles profiles;

  DemoProfiles(OrganizationProfiles profiles) {
    this.profiles = profiles;
  }

  void setUp(Organization company, Actor by) {
    profiles.describe(
        company.id(), BY_COMPANY.getOrDefault(company.code(), OrganizationProfile.EMPTY), by);
  }
}
