package org.countinghouse.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.countinghouse.ids.Ids;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class RowLevelSecurityTests {

  @Autowired JdbcTemplate jdbc;
  @Autowired DataSource dataSource;
  @Autowired OwnerRole owner;
  @Autowired TransactionTemplate transaction;

  @Value("${spring.datasource.url}")
  String url;

  @Value("${spring.datasource.password}")
  String password;

  private final UUID ours = Ids.next();
  private final UUID theirs = Ids.next();

  @BeforeEach
  void anyTableWithAnOrganization() {
    jdbc.update(
        "insert into shared.row_level_security_probe (organization_id) values (?), (?)",
        ours,
        theirs);
  }

  @Test
  void callerSeesOnlyTheRowsOfItsOrganizations() {
    try (var scope = OrganizationScope.of(List.of(ours))) {
      assertThat(seen()).containsExactly(ours);
    }
    assertThat(seen()).contains(ours, theirs);
  }

  @Test
  void callerOfNoOrganizationSeesNothing() {
    try (var scope = OrganizationScope.of(List.of())) {
      assertThat(seen()).isEmpty();
    }
  }

  @Test
  void callerCannotWriteIntoAnotherOrganization() {
    try (var scope = OrganizationScope.of(List.of(ours))) {
      assertThatThrownBy(
              () ->
                  jdbc.update(
                      "insert into shared.row_level_security_probe (organization_id) values (?)",
                      theirs))
          .rootCause()
          .hasMessageContaining("row-level security");
      assertThat(
              jdbc.update(
                  "delete from shared.row_level_security_probe where organization_id = ?", theirs))
          .isZero();
    }
  }

  @Test
  void connectionThatForgetsTheOrganizationSeesNothing() throws SQLException {
    try (var connection = DriverManager.getConnection(url, "countinghouse", password);
        var rows =
            connection
                .createStatement()
                .executeQuery("select count(*) from shared.row_level_security_probe")) {
      rows.next();
      assertThat(rows.getLong(1)).isZero();
    }
  }

  @Test
  void everyTableOfAnOrganizationIsLocked() {
    assertThat(
            jdbc.queryForList(
                """
                select c.oid::regclass::text
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
                 where n.nspname in ('shared', 'finance', 'procurement', 'sales', 'hr', 'payroll', 'inventory')
                   and c.relkind in ('r', 'p') and not c.relispartition
                   and not (c.relrowsecurity
                            and exists (select from pg_policy p where p.polrelid = c.oid))
                """,
                String.class))
        .isEmpty();
  }

  @Test
  void noViewSeesMoreThanItsCaller() {
    assertThat(
            jdbc.queryForList(
                """
                select c.oid::regclass::text
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('shared', 'finance', 'procurement', 'sales', 'hr', 'payroll', 'inventory')
                   and c.relkind = 'v'
                   and not 'security_invoker=true' = any (coalesce(c.reloptions, '{}'))
                """,
                String.class))
        .isEmpty();
  }

  private List<UUID> seen() {
    return jdbc.queryForList(
        "select organization_id from shared.row_level_security_probe", UUID.class);
  }
}
