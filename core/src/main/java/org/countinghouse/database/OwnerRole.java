package org.countinghouse.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The right to make partitions and to COPY, which the application's role lacks, for the rest of one
 * transaction.
 */
@Component
public class OwnerRole {

  private final JdbcTemplate jdbc;
  private final String owner;

  OwnerRole(JdbcTemplate jdbc, @Value("${countinghouse.database.owner.username:}") String owner) {
    this.jdbc = jdbc;
    this.owner = owner;
  }

  /** From here to the end of the running transaction the connection has the owner's rights. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void assume() {
    if (!owner.isEmpty()) {
      jdbc.execute("set local role \"%s\"".formatted(owner.replace("\"", "\"\"")));
    }
  }

  /** Gives the owner's rights back before the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release() {
    if (!owner.isEmpty()) {
      jdbc.execute("reset role");
    }
  }
}
