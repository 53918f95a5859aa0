package org.countinghouse.workflows.engine;

import liquibase.integration.spring.SpringLiquibase;
import org.countinghouse.database.DatabaseMigration.MigrationSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The engine's own changelog, run in our {@code workflow} schema after the schema exists. */
@Configuration(proxyBeanMethods = false)
class WorkflowSchema {

  @Bean
  @DependsOn("liquibase")
  SpringLiquibase workflowLiquibase(MigrationSource source) {
    var liquibase =
        source.liquibase("classpath:org/camunda/bpm/engine/db/liquibase/camunda-changelog.xml");
    liquibase.setDefaultSchema("workflow");
    return liquibase;
  }
}
