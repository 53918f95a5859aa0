package org.countinghouse.server.security.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.countinghouse.access.AccessError;
import org.countinghouse.access.Actor;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Programs that call the API. Each is a machine user of {@code access}: roles are granted to it as
 * to a person, and its name is its client id.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class MachineClients {

  private static final Duration ACCESS_TOKEN_LIFE = Duration.ofMinutes(15);
  private static final Duration REFRESH_TOKEN_LIFE = Duration.ofHours(12);
  private static final int SECRET_BYTES = 32;

  private final Users users;
  private final RegisteredClientRepository clients;
  private final PasswordEncoder encoder;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  MachineClients(
      Users users, RegisteredClientRepository clients, PasswordEncoder encoder, Clock clock) {
    this.users = users;
    this.clients = clients;
    this.encoder = encoder;
    this.clock = clock;
  }

  /**
   * Makes a client without any role.
   *
   * @param redirectUris where a person is sent back to; empty for a client that acts for itself
   *     only
   * @return the secret, which is shown this once and stored as a hash
   * @throws BusinessException {@code access.username-invalid}, {@code access.username-taken}
   */
  public String create(String name, String displayName, List<String> redirectUris, Actor by) {
    User user = users.create(NewUser.machine(name, displayName), by);
    String secret = secret();
    var client =
        RegisteredClient.withId(Ids.next().toString())
            .clientId(user.username())
            .clientIdIssuedAt(clock.instant())
            .clientName(displayName)
            .clientSecret(encoder.encode(secret))
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .tokenSettings(
                TokenSettings.builder()
                    .accessTokenTimeToLive(ACCESS_TOKEN_LIFE)
                    .refreshTokenTimeToLive(REFRESH_TOKEN_LIFE)
                    .reuseRefreshTokens(false)
                    .build());
    if (!redirectUris.isEmpty()) {
      client
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
          .redirectUris(uris -> uris.addAll(redirectUris));
    }
    clients.save(client.build());
    return secret;
  }

  /**
   * Gives a client a new secret; the old one is void at once.
   *
   * @return the secret, shown this once
   * @throws BusinessException {@code access.user-unknown}
   */
  public String replaceSecret(String name, Actor by) {
    RegisteredClient client = clients.findByClientId(name);
    if (client == null) {
      throw AccessError.USER_UNKNOWN.with(name);
    }
    String secret = secret();
    clients.save(RegisteredClient.from(client).clientSecret(encoder.encode(secret)).build());
    users.secretReplaced(name, by);
    return secret;
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
