package org.countinghouse.organizations;

import org.jspecify.annotations.Nullable;

/**
 * How an organization names itself on what it sends: letters, orders, payment files.
 *
 * @param vatId with its country's prefix, such as {@code DE136695976}
 * @param legalRegistration number in the register of companies
 * @param endpointScheme of the electronic address, from the EAS code list: {@code 0088}, {@code EM}
 * @param endpoint electronic address, such as a GLN; set when its scheme is
 * @param email where suppliers may write to
 */
public record OrganizationProfile(
    @Nullable String street,
    @Nullable String additional,
    @Nullable String city,
    @Nullable String postCode,
    @Nullable String vatId,
    @Nullable String legalRegistration,
    @Nullable String endpointScheme,
    @Nullable String endpoint,
    @Nullable String email,
    @Nullable String phone) {

  /** Nothing is known but what the organization itself says. */
  public static final OrganizationProfile EMPTY =
      new OrganizationProfile(null, null, null, null, null, null, null, null, null, null);
}
