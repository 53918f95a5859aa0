package org.countinghouse.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class OrganizationProfilesTests {

  @Autowired OrganizationProfiles profiles;
  @Autowired TestOrganizations organizations;

  @Test
  void theLetterheadSaysWhatIsKnownAndNothingElse() {
    Organization org = organizations.british();
    assertThat(profiles.letterhead(org.id()).imprint()).isEmpty();

    profiles.describe(
        org.id(),
        new OrganizationProfile(
            "1 Quay Street", " ", "Bristol", null, "GB1", null, null, null, "a@b.example", null),
        Actor.system("test"));

    var letterhead = profiles.letterhead(org.id());
    assertThat(letterhead.name()).isEqualTo(org.name());
    assertThat(letterhead.address()).startsWith("1 Quay Street", "Bristol").hasSize(3);
    assertThat(letterhead.imprint()).containsExactly("GB1", "a@b.example");
  }

  @Test
  void anElectronicAddressNeedsItsScheme() {
    Organization org = organizations.british();
    assertThatThrownBy(
            () ->
                profiles.describe(
                    org.id(),
                    new OrganizationProfile(
                        null, null, null, null, null, null, null, "5012345000015", null, null),
                    Actor.system("test")))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("scheme");
    assertThat(profiles.of(org.id())).isEqualTo(OrganizationProfile.EMPTY);
  }
}
