package org.countinghouse.procurement.correspondence;

import java.util.Locale;
import java.util.Set;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierContacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where suppliers are written to, and in what language. */
@Component
class Correspondents {

  /** The code of e-mail among electronic addresses (EAS). */
  private static final String EMAIL = "EM";

  private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");

  private final SupplierContacts contacts;

  Correspondents(SupplierContacts contacts) {
    this.contacts = contacts;
  }

  /**
   * Who reads.
   *
   * @param address of e-mail; null when none is known
   * @param locale language of the reader; its country decides paper and how numbers are written
   */
  record Reader(@Nullable String address, Locale locale) {}

  /** The contact's address and language; failing these, the electronic address and the country. */
  Reader of(Supplier supplier, Organization organization) {
    SupplierContact contact = contacts.of(supplier.id());
    Party.Endpoint endpoint = supplier.party().endpoint();
    String address = contact.email();
    if (address == null && endpoint != null && endpoint.scheme().equals(EMAIL)) {
      address = endpoint.value();
    }
    String language = language(contact, supplier.party(), organization);
    return new Reader(address, locale(language, organization));
  }

  /** Numbers and paper as the language's own country has them, unless it is ours. */
  private static Locale locale(String language, Organization organization) {
    if (language.equals(organization.locale().getLanguage())) {
      return organization.locale();
    }
    return switch (language) {
      case "de" -> Locale.GERMANY;
      case "en" -> Locale.UK;
      default -> Locale.forLanguageTag(language);
    };
  }

  private static String language(SupplierContact contact, Party party, Organization organization) {
    if (contact.language() != null) {
      return contact.language();
    }
    Party.PostalAddress address = party.address();
    String country = address == null ? null : address.country();
    if (country == null || country.equals(organization.country())) {
      return organization.locale().getLanguage();
    }
    return GERMAN_SPEAKING.contains(country) ? "de" : "en";
  }
}
