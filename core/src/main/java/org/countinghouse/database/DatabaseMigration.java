package org.countinghouse.database;

import java.util.Map;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings the schemas to this version before anything uses them: every file below {@code
 * db/changelog/} of every module, in the order of its path.
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseMigration {

  /**
   * The migrations run as the owner's role where one is configured, so that the application's own
   * role owns no table.
   */
  @Bean
  SpringLiquibase liquibase(MigrationSource source) {
    return source.liquibase("classpath:db/changelog.xml");
  }

  @Bean
  MigrationSource migrationSource(
      DataSource application,
      @Value("${spring.datasource.url}") String url,
      @Value("${spring.datasource.username:}") String applicationRole,
      @Value("${countinghouse.database.owner.username:}") String owner,
      @Value("${countinghouse.database.owner.password:}") String password,
      @Value(
              "${countinghouse.secrets.key-file:${countinghouse.keys.directory:data/keys}/field.keys}")
          String keyFile) {
    return new MigrationSource(
        owner.isEmpty() ? application : new DriverManagerDataSource(url, owner, password),
        Map.of("application.role", applicationRole, "secrets.key-file", keyFile));
  }

  /**
   * Where migrations run and what they are told, for modules that bring a changelog of a library.
   */
  public record MigrationSource(DataSource owner, Map<String, String> parameters) {

    /** A migration of this changelog, as the owner. */
    public SpringLiquibase liquibase(String changelog) {
      var liquibase = new SpringLiquibase();
      liquibase.setDataSource(owner);
      liquibase.setChangeLog(changelog);
      liquibase.setLiquibaseSchema("public");
      liquibase.setChangeLogParameters(parameters);
      return liquibase;
    }
  }
}
