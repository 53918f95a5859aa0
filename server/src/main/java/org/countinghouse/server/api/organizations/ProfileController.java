package org.countinghouse.server.api.organizations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.OrganizationProfile;
import org.countinghouse.organizations.OrganizationProfiles;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How an organization names itself on letters, orders and payment files. */
@RestController
@RequestMapping("/api/organizations/profile")
class ProfileController {

  private static final String READ = "organizations.organization:read";
  private static final String MANAGE = "organizations.organization:manage";

  private final OrganizationProfiles profiles;

  ProfileController(OrganizationProfiles profiles) {
    this.profiles = profiles;
  }

  /** The whole profile; what is left out is removed. */
  record ProfileRequest(
      @Nullable @Size(max = 200) String street,
      @Nullable @Size(max = 200) String additional,
      @Nullable @Size(max = 100) String city,
      @Nullable @Size(max = 20) String postCode,
      @Nullable @Size(max = 30) String vatId,
      @Nullable @Size(max = 50) String legalRegistration,
      @Nullable @Pattern(regexp = "[0-9A-Z]{2,4}") String endpointScheme,
      @Nullable @Size(min = 1, max = 100) String endpoint,
      @Nullable @Email @Size(max = 200) String email,
      @Nullable @Size(max = 50) String phone) {

    OrganizationProfile profile() {
      return new OrganizationProfile(
          street,
          additional,
          city,
          postCode,
          vatId,
          legalRegistration,
          endpointScheme,
          endpoint,
          email,
          phone);
    }
  }

  /** The profile; empty while nobody has written one. */
  @GetMapping
  OrganizationProfile profile(@RequestParam String organization, Caller caller) {
    return profiles.of(caller.organization(organization, READ).id());
  }

  /** Replaces the profile. */
  @PutMapping
  OrganizationProfile describe(
      @RequestParam String organization, @RequestBody @Valid ProfileRequest wanted, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return profiles.describe(where.id(), wanted.profile(), caller.actor());
  }
}
