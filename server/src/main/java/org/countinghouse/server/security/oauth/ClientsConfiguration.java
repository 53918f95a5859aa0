package org.countinghouse.server.security.oauth;

import javax.sql.DataSource;
import org.countinghouse.access.Users;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The clients in the database; the command line uses them without a server. */
@Configuration(proxyBeanMethods = false)
class ClientsConfiguration {

  @Bean
  RegisteredClientRepository registeredClients(DataSource database, Users users) {
    return new EnabledClients(
        new JdbcRegisteredClientRepository(new SharedSchemaTemplate(database)), users);
  }
}
