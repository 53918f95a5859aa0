package org.countinghouse.server.security.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.countinghouse.access.Access;
import org.countinghouse.access.Users;
import org.countinghouse.server.security.LoginThrottle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The embedded authorization server: client credentials for machines, authorization code with PKCE
 * and refresh tokens for programs that act for a person. Clients and authorizations are in the
 * database; what is in a token comes from {@code access}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AuthorizationServerConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain authorizationServerChain(HttpSecurity http, LoginThrottle throttle)
      throws Exception {
    var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, configurer -> {})
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            exceptions ->
                exceptions.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"),
                    new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
        .addFilterAfter(new TokenThrottle(throttle), SecurityContextHolderFilter.class)
        .build();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(
      @Value("${countinghouse.security.issuer:http://localhost:8080}") String issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }

  @Bean
  JWKSource<SecurityContext> tokenSigningKeys(TokenSigningKey signing) {
    return new ImmutableJWKSet<>(new JWKSet(signing.key()));
  }

  @Bean
  OAuth2AuthorizationService authorizations(
      DataSource database, RegisteredClientRepository clients) {
    return new JdbcOAuth2AuthorizationService(new SharedSchemaTemplate(database), clients);
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(Users users, Access access) {
    return context -> {
      if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
        return;
      }
      String username = context.getPrincipal().getName();
      // claims are stored as typed JSON that takes only the plain collections
      context.getJwsHeader().type(ApiTokens.TYPE);
      context
          .getClaims()
          .audience(new ArrayList<>(List.of(ApiTokens.AUDIENCE)))
          .claim(ApiTokens.STAMP, users.stamp(username).orElse(-1))
          .claim("roles", new ArrayList<>(access.rolesOf(username)))
          .claim("organizations", new ArrayList<>(access.organizationCodesOf(username)));
    };
  }
}
