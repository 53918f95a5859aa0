package org.countinghouse.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * What routes that carry documents do when carrying fails: try again shortly, then give up for this
 * time and leave the document where it is. Nothing is swallowed: a document that could not be taken
 * is found again by the next look.
 */
@Component
class ExchangeRouteConfiguration extends RouteConfigurationBuilder {

  @Override
  public void configuration() {
    routeConfiguration("exchange")
        .onException(Exception.class)
        .maximumRedeliveries(2)
        .redeliveryDelay(500)
        .backOffMultiplier(2)
        .useExponentialBackOff()
        .logStackTrace(false)
        .logExhaustedMessageHistory(false)
        .retryAttemptedLogLevel(LoggingLevel.DEBUG)
        .retriesExhaustedLogLevel(LoggingLevel.WARN);
  }
}
