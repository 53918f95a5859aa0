package org.countinghouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.access.Roles;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AuditTests {

  @Autowired Audit audit;
  @Autowired AuditSealing sealing;
  @Autowired AuditPartitions partitions;
  @Autowired Roles roles;
  @Autowired TestOrganizations given;
  @Autowired OwnerRole owner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void tellsWhoChangedWhoseRights() {
    Organization here = given.german();
    Actor anna = given.user("anna", here, "controller");
    Actor root = given.user("root", here, "administrator");

    roles.revoke(anna.username(), "controller", here.id(), root);

    AuditRecord newest = audit.latest("access.user-role", anna.username(), 1).get(0);
    assertThat(newest.username()).isEqualTo(root.username());
    assertThat(newest.action()).isEqualTo("revoked");
    assertThat(newest.organizationId()).isEqualTo(here.id());
    assertThat(newest.oldValues()).contains("\"role\": \"controller\"");
    assertThat(newest.newValues()).isNull();
  }

  @Test
  void neverWritesPasswords() {
    Actor anna = given.user("anna", given.german(), "requester");

    assertThat(audit.latest("access.user", anna.username(), 9))
        .hasSize(1)
        .allSatisfy(entry -> assertThat(entry.newValues()).doesNotContainIgnoringCase("password"));
  }

  @Test
  void standsAndFallsWithTheDeed() {
    String id = UUID.randomUUID().toString();

    assertThatThrownBy(() -> audit.record(entry(id)))
        .isInstanceOf(IllegalTransactionStateException.class);
    transaction.executeWithoutResult(
        status -> {
          audit.record(entry(id));
          status.setRollbackOnly();
        });
    assertThat(audit.latest("test.deed", id, 1)).isEmpty();
  }

  @Test
  void sealsCoverEveryRowAndChain() {
    write();
    AuditSeal first = sealing.seal().orElseThrow();
    String id = write();
    AuditSeal second = sealing.seal().orElseThrow();

    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(second.chainHash()).isNotEqualTo(first.chainHash());
    assertThat(audit.latest("test.deed", id, 1).get(0).seal()).isEqualTo(second.number());
    assertThat(sealing.head()).contains(second);
    assertThat(sealing.seal()).isEmpty();
    assertThat(sealing.verify()).isEmpty();
  }

  @Test
  void noEntryIsEverChangedOrRemoved() {
    String id = write();

    for (String attempt :
        new String[] {
          "update shared.audit_logs set username = 'somebody-else' where resource_id = ?",
          "update shared.audit_logs set seal = 1, action = 'other' where resource_id = ?",
          "delete from shared.audit_logs where resource_id = ?"
        }) {
      assertThatThrownBy(() -> jdbc.update(attempt, id)).hasMessageContaining("immutable");
    }
    assertThatThrownBy(() -> jdbc.update("delete from shared.audit_seals"))
        .hasMessageContaining("append-only");
  }

  @Test
  void tamperingByTheOwnerOfTheTablesIsNamed() {
    String id = write();
    write();
    long number = sealing.seal().orElseThrow().number();

    assertThat(
            faultsAfter("update shared.audit_logs set action = 'undone' where resource_id = ?", id))
        .containsExactly(new SealFault(number, "rows changed"));
    assertThat(faultsAfter("delete from shared.audit_logs where resource_id = ?", id))
        .containsExactly(new SealFault(number, "rows missing or added"));
    assertThat(
            faultsAfter("update shared.audit_seals set chain_hash = '' where number = ?", number))
        .contains(new SealFault(number, "chain broken"));
    assertThat(faultsAfter("delete from shared.audit_seals where number = ?", number))
        .contains(new SealFault(number, "no such seal: it was removed"));
  }

  @Test
  void cutOffEndIsMissedByTheAnchorOutside() {
    write();
    long number = sealing.seal().orElseThrow().number();

    List<SealFault> faults =
        tampered(
            () -> {
              jdbc.update("delete from shared.audit_logs where seal = ?", number);
              jdbc.update("delete from shared.audit_seals where number = ?", number);
            });

    assertThat(faults)
        .containsExactly(new SealFault(number, "anchored outside, but gone from the database"));
  }

  @Test
  void makesThePartitionOfAMonthNobodyPrepared() {
    partitions.cover(Instant.parse("2041-07-15T12:00:00Z"));
    partitions.createAhead();

    assertThat(
            jdbc.queryForObject(
                "select to_regclass('shared.audit_logs_2041_07') is not null", Boolean.class))
        .isTrue();
  }

  private List<SealFault> faultsAfter(String statement, Object argument) {
    return tampered(() -> assertThat(jdbc.update(statement, argument)).isPositive());
  }

  /** What the owner could do with the guards taken off; undone afterwards. */
  private List<SealFault> tampered(Runnable tampering) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              owner.assume();
              jdbc.execute("alter table shared.audit_logs disable trigger user");
              jdbc.execute("alter table shared.audit_seals disable trigger user");
              tampering.run();
              return sealing.verify();
            }));
  }

  private String write() {
    String id = UUID.randomUUID().toString();
    transaction.executeWithoutResult(status -> audit.record(entry(id)));
    return id;
  }

  private static AuditEntry entry(String id) {
    return new AuditEntry(
        null, Actor.system("test"), "done", "test.deed", id, null, Map.of("answer", 42));
  }
}
