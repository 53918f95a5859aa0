package org.countinghouse.server.security.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.countinghouse.access.Actor;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class ApiTokenTests {

  private static final Actor SETUP = Actor.system("test");

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Users users;
  @Autowired Roles roles;
  @Autowired Organizations organizations;
  @Autowired TokenSigningKey signing;
  @Autowired ObjectMapper json;
  @Autowired Clock clock;

  @Value("${countinghouse.security.issuer}")
  String issuer;

  String name;
  String secret;

  @BeforeEach
  void machineOfTheGermanCompany() {
    name = "machine-" + UUID.randomUUID();
    secret = clients.create(name, "A program", List.of(), SETUP);
    roles.grant(name, "accountant", organizations.byCode("HBDE").id(), SETUP);
  }

  @Test
  void machineGetsATokenAndSeesItsOrganizationOnly() throws Exception {
    HttpResponse<String> me = call("/api/me", token());

    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body()).contains(name, "HBDE").doesNotContain("HBUK");
    assertThat(call("/engine-rest/task/count", token()).statusCode()).isEqualTo(200);
    assertThat(call("/api/access/substitutions?organization=HBDE", token()).statusCode())
        .isEqualTo(200);
    HttpResponse<String> foreign = call("/api/access/substitutions?organization=HBUK", token());
    HttpResponse<String> none = call("/api/access/substitutions?organization=NOSUCH", token());
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body().replace("HBUK", "NOSUCH")).isEqualTo(none.body());
  }

  @Test
  void tokenSaysWhatAccessSays() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(token()).getJWTClaimsSet();

    assertThat(claims.getSubject()).isEqualTo(name);
    assertThat(claims.getIssuer()).isEqualTo(issuer);
    assertThat(claims.getAudience()).containsExactly("countinghouse");
    assertThat(claims.getStringListClaim("roles")).containsExactly("accountant");
    assertThat(claims.getStringListClaim("organizations")).containsExactly("HBDE");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void bearerNeedsNoCsrfTokenAndStartsNoSession() throws Exception {
    var program = new Browser(port);
    HttpResponse<String> answer =
        program.send(
            program
                .request("/api/access/substitutions?organization=HBDE")
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void changeOfRightsOrLockOutEndsTheTokenAtOnce() throws Exception {
    String token = token();
    roles.revoke(name, "accountant", organizations.byCode("HBDE").id(), SETUP);
    assertThat(call("/api/me", token).statusCode()).isEqualTo(401);

    String next = token();
    assertThat(call("/api/me", next).statusCode()).isEqualTo(200);
    users.setEnabled(name, false, SETUP);
    assertThat(call("/api/me", next).statusCode()).isEqualTo(401);
    assertThat(askForToken(secret).statusCode()).isEqualTo(401);
  }

  @Test
  void replacedSecretIsVoid() {
    String next = clients.replaceSecret(name, SETUP);

    assertThat(askForToken(secret).statusCode()).isEqualTo(401);
    assertThat(askForToken(next).statusCode()).isEqualTo(200);
  }

  @Test
  void guessingASecretIsSlowedDown() {
    for (int guess = 0; guess < 5; guess++) {
      assertThat(askForToken("guess" + guess).statusCode()).isEqualTo(401);
    }
    assertThat(askForToken(secret).statusCode()).isEqualTo(429);
  }

  @Test
  void machineCannotLogInOnThePage() {
    var page = new Browser(port);

    assertThat(page.location(page.login(name, secret))).isEqualTo("/login?error");
  }

  @Test
  void wellMadeTokenPassesSoThatTheForgeriesMeanSomething() throws Exception {
    assertThat(call("/api/me", forged(signing.key(), c -> c, h -> h)).statusCode()).isEqualTo(200);
  }

  @Test
  void forgedTokensAreRefused() throws Exception {
    RSAKey key = signing.key();
    RSAKey other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
    Instant past = clock.instant().minusSeconds(3600);

    assertRefused("unsigned", new PlainJWT(claims().build()).serialize());
    assertRefused("other key", forged(other, c -> c, h -> h));
    assertRefused(
        "public key as secret",
        sign(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build(),
            claims().build(),
            new MACSigner(key.toRSAPublicKey().getEncoded())));
    assertRefused(
        "other algorithm",
        sign(
            new JWSHeader.Builder(JWSAlgorithm.RS512).type(new JOSEObjectType("at+jwt")).build(),
            claims().build(),
            new RSASSASigner(key)));
    assertRefused("own key inside", forged(other, c -> c, h -> h.jwk(other.toPublicJWK())));
    assertRefused(
        "own key at an address",
        forged(other, c -> c, h -> h.jwkURL(URI.create("http://localhost:" + port + "/keys"))));
    assertRefused("path as key id", forged(other, c -> c, h -> h.keyID("../../../dev/null")));
    assertRefused("expired", forged(key, c -> c.expirationTime(Date.from(past)), h -> h));
    assertRefused("no expiry", forged(key, c -> c.expirationTime(null), h -> h));
    assertRefused(
        "not yet valid",
        forged(key, c -> c.notBeforeTime(Date.from(clock.instant().plusSeconds(3600))), h -> h));
    assertRefused("other audience", forged(key, c -> c.audience("another"), h -> h));
    assertRefused("no audience", forged(key, c -> c.audience((String) null), h -> h));
    assertRefused("other issuer", forged(key, c -> c.issuer("https://evil.example"), h -> h));
    assertRefused("old stamp", forged(key, c -> c.claim("stamp", 0), h -> h));
    assertRefused("no stamp", forged(key, c -> c.claim("stamp", null), h -> h));
    assertRefused("nobody", forged(key, c -> c.subject("nobody"), h -> h));
    assertRefused("identity token", forged(key, c -> c, h -> h.type(JOSEObjectType.JWT)));
    assertRefused("no type", forged(key, c -> c, h -> h.type(null)));
    assertRefused("not a token", "nonsense");
    assertRefused("cut", token().substring(0, 100));
  }

  @Test
  void keyOutlivesARestart(@TempDir Path folder) {
    RSAKey first = new TokenSigningKey(folder).key();

    assertThat(new TokenSigningKey(folder).key()).isEqualTo(first);
    assertThat(folder.resolve("token-signing.jwk")).content().contains(first.getKeyID());
  }

  private void assertRefused(String what, String token) {
    assertThat(call("/api/me", token).statusCode()).as(what).isEqualTo(401);
    assertThat(call("/engine-rest/task", token).statusCode()).as(what).isEqualTo(401);
  }

  private String forged(
      RSAKey key,
      UnaryOperator<JWTClaimsSet.Builder> claims,
      UnaryOperator<JWSHeader.Builder> header)
      throws Exception {
    return sign(
        header
            .apply(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(key.getKeyID()))
            .build(),
        claims.apply(claims()).build(),
        new RSASSASigner(key));
  }

  private JWTClaimsSet.Builder claims() {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .subject(name)
        .issuer(issuer)
        .audience("countinghouse")
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("stamp", users.stamp(name).orElseThrow());
  }

  private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws Exception {
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private String token() throws Exception {
    HttpResponse<String> answer = askForToken(secret);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body()).get("access_token").asText();
  }

  private HttpResponse<String> askForToken(String withSecret) {
    var program = new Browser(port);
    String basic =
        Base64.getEncoder()
            .encodeToString((name + ":" + withSecret).getBytes(StandardCharsets.UTF_8));
    return program.send(
        program
            .request("/oauth2/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")));
  }

  private HttpResponse<String> call(String path, String token) {
    var program = new Browser(port);
    return program.send(program.request(path).header("Authorization", "Bearer " + token).GET());
  }
}
