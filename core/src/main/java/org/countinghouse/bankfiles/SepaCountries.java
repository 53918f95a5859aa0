package org.countinghouse.bankfiles;

import java.util.Set;

/**
 * Whose IBANs SEPA reaches.
 *
 * @see <a
 *     href="https://www.europeanpaymentscouncil.eu/document-library/other/epc-list-sepa-scheme-countries">EPC409-09,
 *     list of SEPA scheme countries</a>
 */
public final class SepaCountries {

  private static final Set<String> CODES =
      Set.of(
          "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB",
          "GI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK",
          "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "VA");

  private SepaCountries() {}

  /** Whether IBANs that begin with this code are reached. */
  public static boolean contains(String country) {
    return CODES.contains(country);
  }
}
