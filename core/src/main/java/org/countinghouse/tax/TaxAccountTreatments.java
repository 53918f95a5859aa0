package org.countinghouse.tax;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.revaluation.Treatment;
import org.countinghouse.revaluation.spi.KnownTreatments;
import org.springframework.stereotype.Component;

/**
 * Tax of a foreign invoice is owed and deducted in base currency, at the rate of its day (directive
 * 2006/112 art. 91, VATA 1994 sch. 6 para. 11): no later rate changes it.
 */
@Component
class TaxAccountTreatments implements KnownTreatments {

  private final TaxCodes codes;

  TaxAccountTreatments(TaxCodes codes) {
    this.codes = codes;
  }

  @Override
  public Map<String, Treatment> treatments(UUID organizationId) {
    return codes.accounts(organizationId).stream()
        .collect(Collectors.toMap(Function.identity(), account -> Treatment.NON_MONETARY));
  }
}
