package org.countinghouse.server.security.oauth;

import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Knows no client whose user is locked out: its secret and its refresh tokens are then void. */
final class EnabledClients implements RegisteredClientRepository {

  private final RegisteredClientRepository all;
  private final Users users;

  EnabledClients(RegisteredClientRepository all, Users users) {
    this.all = all;
    this.users = users;
  }

  @Override
  public void save(RegisteredClient client) {
    all.save(client);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return ifEnabled(all.findById(id));
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return ifEnabled(all.findByClientId(clientId));
  }

  private @Nullable RegisteredClient ifEnabled(@Nullable RegisteredClient client) {
    return client != null && users.find(client.getClientId()).map(User::enabled).orElse(false)
        ? client
        : null;
  }
}
