package org.countinghouse.server.startup;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Acknowledged means on disk: refuses a database that would say otherwise. */
@Component
@ConditionalOnWebApplication
final class DurabilityGuard implements SmartInitializingSingleton {

  private final JdbcTemplate jdbc;
  private final boolean durable;

  DurabilityGuard(
      JdbcTemplate jdbc, @Value("${countinghouse.database.durable:true}") boolean durable) {
    this.jdbc = jdbc;
    this.durable = durable;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (durable) {
      requireOn("fsync");
      requireOn("synchronous_commit");
    }
  }

  private void requireOn(String setting) {
    String value = jdbc.queryForObject("select current_setting(?)", String.class, setting);
    if ("off".equals(value)) {
      throw new StartRefused(
          "The database has %s=off: it may lose what it has acknowledged.".formatted(setting),
          "Set %s=on in postgresql.conf and reload.".formatted(setting));
    }
  }
}
