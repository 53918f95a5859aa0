package org.countinghouse.revaluation.spi;

import java.util.Map;
import java.util.UUID;
import org.countinghouse.revaluation.Treatment;

/**
 * Says of accounts a module posts to whether what they hold in foreign currency is monetary, so
 * that nobody has to be asked. Found by being a bean; what a person says goes before it.
 */
public interface KnownTreatments {

  /** By code of the account. */
  Map<String, Treatment> treatments(UUID organizationId);
}
