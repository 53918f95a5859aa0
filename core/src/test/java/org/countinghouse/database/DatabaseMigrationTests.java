package org.countinghouse.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class DatabaseMigrationTests {

  @Autowired JdbcTemplate jdbc;

  @Test
  void theApplicationsRoleOwnsNoTable() {
    assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo("countinghouse");
    assertThat(
            jdbc.queryForList(
                "select schemaname || '.' || tablename from pg_tables where tableowner = current_user",
                String.class))
        .isEmpty();
  }

  @Test
  void theApplicationsRoleMayUseTheTables() {
    assertThat(jdbc.queryForObject("select count(*) from events.event_publication", Long.class))
        .isNotNegative();
  }
}
