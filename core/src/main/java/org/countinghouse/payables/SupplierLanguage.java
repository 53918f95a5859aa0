package org.countinghouse.payables;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;

/** In which language we write to a supplier. */
public final class SupplierLanguage {

  private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");

  private SupplierLanguage() {}

  /**
   * The contact's language, else the one of the supplier's country where we speak it, else English;
   * numbers, dates and paper as in the supplier's country, or ours when it has none.
   */
  public static Locale of(Supplier supplier, SupplierContact contact, Organization organization) {
    Party.PostalAddress address = supplier.party().address();
    @Nullable String stated = address == null ? null : address.country();
    String country = Objects.requireNonNullElse(stated, organization.country());
    String byCountry = GERMAN_SPEAKING.contains(country) ? "de" : "en";
    return new Locale(Objects.requireNonNullElse(contact.language(), byCountry), country);
  }

  /** A day in words. */
  public static String day(LocalDate day, Locale language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(day);
  }
}
