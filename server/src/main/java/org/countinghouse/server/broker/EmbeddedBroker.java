package org.countinghouse.server.broker;

import java.time.Duration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the embedded broker differs from Spring Boot's: it never waits for ever, and loses nothing.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedBroker {

  static final String DEAD_LETTERS = "countinghouse.dead-letters";

  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);
  private static final int DELIVERIES_MAX = 5;

  @Bean
  ArtemisConfigurationCustomizer neverWaitsForEver() {
    return configuration -> {
      // a second server on the same journal would otherwise hang silently
      configuration.setJournalLockAcquisitionTimeout(LOCK_PATIENCE.toMillis());
      configuration.addAddressSetting(
          "countinghouse.#",
          new AddressSettings()
              .setMaxDeliveryAttempts(DELIVERIES_MAX)
              .setRedeliveryDelay(Duration.ofSeconds(1).toMillis())
              .setRedeliveryMultiplier(2)
              .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS)));
    };
  }
}
