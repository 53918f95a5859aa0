package org.countinghouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.sql.DataSource;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@SystemTest
class CountinghouseApplicationTests {

  @Autowired TestRestTemplate rest;
  @Autowired ApplicationContext context;
  @Autowired JdbcTemplate jdbc;
  @LocalManagementPort int managementPort;

  @Test
  void everyPartIsUp() {
    var health =
        rest.getForEntity(
            "http://localhost:%d/actuator/health".formatted(managementPort), Map.class);
    assertThat(health.getBody()).containsEntry("status", "UP");
  }

  @Test
  void everythingCommitsTogether() {
    assertThat(context.getBeansOfType(DataSource.class)).hasSize(1);
    assertThat(context.getBeansOfType(PlatformTransactionManager.class)).hasSize(1);
  }

  @Test
  void everyLibraryKeepsToItsSchema() {
    assertThat(
            jdbc.queryForList(
                "select tablename from pg_tables where schemaname = 'public'", String.class))
        .containsExactlyInAnyOrder("databasechangelog", "databasechangeloglock");
  }
}
