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
   * @param locale language of the reader; the country is ours, whose paper it is
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
    var locale =
        new Locale.Builder()
            .setLanguage(language(contact, supplier.party(), organization))
            .setRegion(organization.country())
            .build();
    return new Reader(address, locale);
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
