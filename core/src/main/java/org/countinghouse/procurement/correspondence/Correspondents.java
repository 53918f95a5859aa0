package org.countinghouse.procurement.correspondence;

import java.util.Locale;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where suppliers are written to, and in what language. */
@Component
class Correspondents {

  /** The code of e-mail among electronic addresses (EAS). */
  private static final String EMAIL = "EM";

  /**
   * Who reads.
   *
   * @param address of e-mail; null when none is known
   * @param locale language of the letter; its country decides paper and numbers
   */
  record Reader(@Nullable String address, Locale locale) {}

  Reader of(Supplier supplier, Organization organization) {
    Party.Endpoint endpoint = supplier.party().endpoint();
    String address = endpoint != null && endpoint.scheme().equals(EMAIL) ? endpoint.value() : null;
    return new Reader(address, organization.locale());
  }
}
