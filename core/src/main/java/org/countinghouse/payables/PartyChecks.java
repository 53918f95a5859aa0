package org.countinghouse.payables;

import java.util.Optional;
import org.countinghouse.bankdetails.VatIds;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;

/** What can be told of a party's identifiers without asking anybody. */
final class PartyChecks {

  private PartyChecks() {}

  /**
   * The party, its VAT id checked and without blanks.
   *
   * @throws BusinessException {@code bankdetails.vat-id-*}
   */
  static Party required(Party party) {
    String vatId = party.vatId();
    if (vatId == null || vatId.isBlank()) {
      return party;
    }
    return new Party(
        party.name(),
        VatIds.required(country(party), vatId),
        party.taxRegistration(),
        party.legalRegistration(),
        party.endpoint(),
        party.address());
  }

  /** What is wrong with the VAT id, for somebody to look at. */
  static Optional<Finding> problem(Party party) {
    String vatId = party.vatId();
    return vatId == null ? Optional.empty() : VatIds.problem(country(party), vatId);
  }

  private static String country(Party party) {
    Party.PostalAddress address = party.address();
    return address == null || address.country() == null ? "" : address.country();
  }
}
