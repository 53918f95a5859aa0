package org.countinghouse.server.security;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.countinghouse.audit.AuditPartitions;
import org.countinghouse.audit.AuditSealing;
import org.countinghouse.idempotency.IdempotencyKeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What has to be done again and again: sealing the audit log, making its partitions, forgetting
 * what is too old. Every node does it; each step is safe beside another's.
 */
@Component
@ConditionalOnWebApplication
class Housekeeping {

  private static final Duration AUTHORIZATIONS_KEPT_FOR = Duration.ofDays(1);

  private final AuditSealing sealing;
  private final AuditPartitions partitions;
  private final IdempotencyKeys keys;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  Housekeeping(
      AuditSealing sealing,
      AuditPartitions partitions,
      IdempotencyKeys keys,
      JdbcTemplate jdbc,
      Clock clock) {
    this.sealing = sealing;
    this.partitions = partitions;
    this.keys = keys;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void sealTheAuditLog() {
    sealing.seal();
  }

  @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT5M")
  void daily() {
    partitions.createAhead();
    keys.forgetOld();
    OffsetDateTime past = clock.instant().minus(AUTHORIZATIONS_KEPT_FOR).atOffset(ZoneOffset.UTC);
    jdbc.update(
        "delete from shared.oauth2_authorization"
            + " where greatest(authorization_code_expires_at, access_token_expires_at,"
            + " refresh_token_expires_at) < ?",
        past);
  }
}
