package org.countinghouse.payables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a letter to a supplier is addressed. */
public final class SupplierAddress {

  private SupplierAddress() {}

  /**
   * The address window: name, contact, street, place; no empty lines. Abroad also the country, in
   * English as the Universal Postal Union asks.
   *
   * @param from ISO 3166 code of the country the letter is posted in
   */
  public static List<String> lines(Supplier supplier, SupplierContact contact, String from) {
    var lines = new ArrayList<String>();
    add(lines, supplier.name());
    add(lines, contact.name());
    Party.PostalAddress address = supplier.party().address();
    if (address != null) {
      add(lines, address.street());
      add(lines, address.additional());
      add(lines, (text(address.postCode()) + " " + text(address.city())).strip());
      String country = address.country();
      add(
          lines,
          country == null || country.equals(from)
              ? null
              : new Locale("", country).getDisplayCountry(Locale.ENGLISH));
    }
    return lines;
  }

  private static void add(List<String> lines, @Nullable String line) {
    if (line != null && !line.isBlank()) {
      lines.add(line.strip());
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
