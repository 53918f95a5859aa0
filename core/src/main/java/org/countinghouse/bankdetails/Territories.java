package org.countinghouse.bankdetails;

import java.util.Map;

/**
 * Territories with a country code of their own whose accounts have their mother country's IBANs
 * (SWIFT IBAN registry, "country code includes other countries/territories").
 */
final class Territories {

  private static final Map<String, String> MOTHER_COUNTRY =
      Map.ofEntries(
          Map.entry("GG", "GB"),
          Map.entry("JE", "GB"),
          Map.entry("IM", "GB"),
          Map.entry("AX", "FI"),
          Map.entry("GF", "FR"),
          Map.entry("GP", "FR"),
          Map.entry("MQ", "FR"),
          Map.entry("RE", "FR"),
          Map.entry("YT", "FR"),
          Map.entry("PM", "FR"),
          Map.entry("BL", "FR"),
          Map.entry("MF", "FR"),
          Map.entry("PF", "FR"),
          Map.entry("NC", "FR"),
          Map.entry("WF", "FR"),
          Map.entry("TF", "FR"),
          Map.entry("PR", "US"));

  private Territories() {}

  static boolean sameBanking(String one, String other) {
    return MOTHER_COUNTRY.getOrDefault(one, one).equals(MOTHER_COUNTRY.getOrDefault(other, other));
  }
}
