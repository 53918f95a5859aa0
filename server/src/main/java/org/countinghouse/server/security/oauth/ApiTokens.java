package org.countinghouse.server.security.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.countinghouse.access.Access;
import org.countinghouse.access.Users;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Accepts access tokens: one key, one algorithm, our issuer, our audience, not expired, of the type
 * {@code at+jwt} (an identity token is none), and of a user who has not changed since. Whatever
 * else a token's header says ({@code kid}, {@code jku}, {@code jwk}) is not looked at.
 *
 * <p>What the caller may do is read from {@code access}, not from the token.
 */
@Component
public class ApiTokens implements JwtDecoder {

  /** The type of an access token (RFC 9068). */
  static final String TYPE = "at+jwt";

  /** Whom a token must be meant for. */
  static final String AUDIENCE = "countinghouse";

  /** Claim: the user's stamp when the token was made. */
  static final String STAMP = "stamp";

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private final NimbusJwtDecoder decoder;
  private final Access access;

  ApiTokens(
      TokenSigningKey signing,
      Users users,
      Access access,
      Clock clock,
      @Value("${countinghouse.security.issuer:http://localhost:8080}") String issuer)
      throws JOSEException {
    this.access = access;
    this.decoder =
        NimbusJwtDecoder.withPublicKey(signing.key().toRSAPublicKey())
            .signatureAlgorithm(SignatureAlgorithm.RS256)
            .jwtProcessorCustomizer(
                processor ->
                    processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE))))
            .build();
    var timestamps = new JwtTimestampValidator(CLOCK_SKEW);
    timestamps.setClock(clock);
    this.decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            timestamps,
            required("exp", token -> token.getExpiresAt() != null),
            new JwtIssuerValidator(issuer),
            required("aud", ApiTokens::isForUs),
            required("stamp", token -> isCurrent(users, token))));
  }

  @Override
  public Jwt decode(String token) {
    return decoder.decode(token);
  }

  /** Who calls with this token, with the roles he holds now. */
  public AbstractAuthenticationToken caller(Jwt token) {
    return new JwtAuthenticationToken(
        token,
        access.rolesOf(token.getSubject()).stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
            .toList(),
        token.getSubject());
  }

  private static boolean isForUs(Jwt token) {
    // null when the claim is missing, whatever its annotation says
    List<String> audience = token.getAudience();
    return audience != null && audience.contains(AUDIENCE);
  }

  private static boolean isCurrent(Users users, Jwt token) {
    return token.getSubject() != null
        && token.getClaim(STAMP) instanceof Number stamp
        && users.stamp(token.getSubject()).equals(Optional.of(stamp.intValue()));
  }

  private static OAuth2TokenValidator<Jwt> required(String claim, Predicate<Jwt> holds) {
    var failure =
        OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_token", "the claim " + claim + " does not hold", null));
    return token -> holds.test(token) ? OAuth2TokenValidatorResult.success() : failure;
  }
}
