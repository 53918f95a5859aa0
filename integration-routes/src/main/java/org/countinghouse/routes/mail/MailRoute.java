package org.countinghouse.routes.mail;

import org.apache.camel.builder.RouteBuilder;
import org.countinghouse.notification.MailDelivery;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks for mails that are due, all the time; what cannot leave now is dated by the mails. */
@Component
class MailRoute extends RouteBuilder {

  private final MailDelivery delivery;
  private final String period;

  MailRoute(
      MailDelivery delivery, @Value("${countinghouse.mail.delivery-interval:2s}") String period) {
    this.delivery = delivery;
    this.period = period;
  }

  @Override
  public void configure() {
    from("timer:mail.delivery?delay=0&period=" + period)
        .routeId("mail.delivery")
        .routeConfigurationId("exchange")
        .process(look -> delivery.deliverDue());
  }
}
