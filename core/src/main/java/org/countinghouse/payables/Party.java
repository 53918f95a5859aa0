package org.countinghouse.payables;

import org.jspecify.annotations.Nullable;

/**
 * A seller or buyer as a document names it (BG-4, BG-7).
 *
 * @param name legal name (BT-27, BT-44)
 * @param vatId VAT identifier with country prefix (BT-31, BT-48)
 * @param taxRegistration local tax number (BT-32)
 * @param legalRegistration number in the register of companies (BT-30)
 * @param endpoint electronic address (BT-34, BT-49)
 */
public record Party(
    String name,
    @Nullable String vatId,
    @Nullable String taxRegistration,
    @Nullable String legalRegistration,
    @Nullable Endpoint endpoint,
    @Nullable PostalAddress address) {

  /** A party of which only the name is known. */
  public static Party named(String name) {
    return new Party(name, null, null, null, null, null);
  }

  /**
   * An electronic address.
   *
   * @param scheme from the EAS code list, such as {@code 0088} or {@code EM}
   */
  public record Endpoint(String scheme, String value) {}

  /**
   * A postal address.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public record PostalAddress(
      @Nullable String street,
      @Nullable String additional,
      @Nullable String city,
      @Nullable String postCode,
      @Nullable String country) {}
}
