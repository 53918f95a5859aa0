package org.countinghouse.server.health;

import org.countinghouse.notification.Mails;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How many mails wait, wait in vain, or are parked. Never down: a mail server that is away, or an
 * address that is none, is no reason to take this server out of service.
 */
@Component("mailQueue")
class MailHealth implements HealthIndicator {

  private final Mails mails;

  MailHealth(Mails mails) {
    this.mails = mails;
  }

  @Override
  public Health health() {
    Mails.Backlog backlog = mails.backlog();
    return Health.up()
        .withDetail("queued", backlog.queued())
        .withDetail("failing", backlog.failing())
        .withDetail("parked", backlog.parked())
        .build();
  }
}
