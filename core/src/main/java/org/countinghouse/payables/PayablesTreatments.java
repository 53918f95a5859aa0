package org.countinghouse.payables;

import java.util.Map;
import java.util.UUID;
import org.countinghouse.revaluation.Treatment;
import org.countinghouse.revaluation.spi.KnownTreatments;
import org.springframework.stereotype.Component;

/** What we owe is money; what was paid ahead comes back as goods (IAS 21.16). */
@Component
class PayablesTreatments implements KnownTreatments {

  private final SetupMapper setup;

  PayablesTreatments(SetupMapper setup) {
    this.setup = setup;
  }

  @Override
  public Map<String, Treatment> treatments(UUID organizationId) {
    PayablesAccounts accounts = setup.findAccounts(organizationId);
    return accounts == null
        ? Map.of()
        : Map.of(
            accounts.creditors(), Treatment.MONETARY,
            accounts.prepayments(), Treatment.NON_MONETARY);
  }
}
