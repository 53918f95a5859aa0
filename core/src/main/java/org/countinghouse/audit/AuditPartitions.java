package org.countinghouse.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.countinghouse.database.OwnerRole;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the log's monthly partitions (UTC months) ahead of time. A month that was never prepared,
 * because the clock jumped or nobody ran the server, is made when its first row comes.
 */
@Component
public class AuditPartitions implements InitializingBean {

  private static final int MONTHS_AHEAD = 3;

  private final JdbcTemplate jdbc;
  private final OwnerRole owner;
  private final TransactionTemplate ownTransaction;
  private final Clock clock;
  private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

  AuditPartitions(
      JdbcTemplate jdbc, OwnerRole owner, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.owner = owner;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    createAhead();
  }

  /** Makes this month's partition and the next ones; repeating it costs nothing. */
  public void createAhead() {
    YearMonth now = monthOf(clock.instant());
    for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      create(now.plusMonths(ahead));
    }
  }

  void cover(Instant at) {
    create(monthOf(at));
  }

  private void create(YearMonth month) {
    if (known.contains(month)) {
      return;
    }
    // In a transaction of its own, and attached rather than created as a partition: attaching does
    // not wait for running transactions that have already written to the log.
    ownTransaction.executeWithoutResult(status -> attach(month));
    known.add(month);
  }

  private void attach(YearMonth month) {
    String name = "audit_logs_" + month.toString().replace('-', '_');
    jdbc.queryForList(
        "select pg_advisory_xact_lock(hashtextextended('shared.audit_logs partitions', 0))");
    Boolean exists =
        jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, "shared." + name);
    if (Boolean.TRUE.equals(exists)) {
      return;
    }
    owner.assume();
    // the name is made of digits only; DDL takes no parameters
    jdbc.execute(
        "create table shared."
            + name
            + " (like shared.audit_logs including defaults including constraints)");
    jdbc.execute(
        "alter table shared.audit_logs attach partition shared.%s for values from ('%s-01 00:00+00') to ('%s-01 00:00+00')"
            .formatted(name, month, month.plusMonths(1)));
  }

  private static YearMonth monthOf(Instant at) {
    return YearMonth.from(at.atZone(ZoneOffset.UTC));
  }
}
