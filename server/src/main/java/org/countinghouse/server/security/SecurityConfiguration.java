package org.countinghouse.server.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.server.security.oauth.ApiTokens;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The chains in front of everything, first match decides: the authorization server (order 1, in
 * {@code oauth}), the management port, the engine's web applications, the APIs, the rest.
 *
 * <p>Paths are matched whole: matchers made from strings are relative to the servlet and would miss
 * the engine's own servlets.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  private static final String PAGES =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri"
          + " 'none'; frame-ancestors 'none'";
  // our own scripts read /api in the same session
  private static final String APPROVER_PAGES =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'"
          + " data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  // swagger-ui needs its own scripts and inline styles
  private static final String API_PAGES =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri"
          + " 'none'; form-action 'self'; frame-ancestors 'none'";
  // whatever a supplier sent us is shown without running any of it
  private static final String DATA =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  private final CsrfTokenRepository csrfTokens = new SharedCsrfTokenRepository();

  /** Addresses the firewall does not like are answered here, without a second dispatch. */
  @Bean
  RequestRejectedHandler rejectedAddresses(Refusals refusals) {
    return (request, response, why) ->
        refusals.write(response, 400, "api.address-invalid", "Send a plain address.");
  }

  /** On its own port, bound to the loopback: health and metrics need no login there. */
  @Bean
  @Order(2)
  SecurityFilterChain managementChain(HttpSecurity http) throws Exception {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(path(HttpMethod.GET, "/**"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain webApplicationsChain(HttpSecurity http, SessionGuard guard, Refusals refusals)
      throws Exception {
    var savedRequests = new HttpSessionRequestCache();
    savedRequests.setRequestMatcher(
        new OrRequestMatcher(
            path(HttpMethod.GET, "/camunda/app/*/"), path(HttpMethod.GET, "/camunda/app/*/*/")));
    savedRequests.setMatchingRequestParameterName(null);
    return http.securityMatcher(path("/camunda/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        path("/camunda/api/admin/setup/**"),
                        path("/camunda/api/admin/auth/user/*/login/*"))
                    .denyAll()
                    .anyRequest()
                    .authenticated())
        .csrf(this::shared)
        // Camunda sends its own content security policy
        .headers(headers -> headers.disable())
        .requestCache(cache -> cache.requestCache(savedRequests))
        .exceptionHandling(
            exceptions ->
                exceptions
                    .defaultAuthenticationEntryPointFor(refusals, path("/camunda/api/**"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(LoginPage.PATH), path("/camunda/**"))
                    .accessDeniedHandler(refusals))
        // Camunda's own logout would only remove its entry, and the session would bring it back
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                    .logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK)))
        .addFilterAfter(guard, SecurityContextHolderFilter.class)
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain apiChain(
      HttpSecurity http, SessionGuard guard, Refusals refusals, ApiTokens tokens) throws Exception {
    return http.securityMatcher(
            new OrRequestMatcher(path("/api/**"), path("/engine-rest/**"), path("/v3/api-docs/**")))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(this::shared)
        // uses the session of the pages, never starts one
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals)
                    .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(tokens::caller)))
        .exceptionHandling(
            exceptions ->
                exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(DATA))
                    .frameOptions(FrameOptionsConfig::sameOrigin)
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .addFilterAfter(guard, SecurityContextHolderFilter.class)
        .build();
  }

  @Bean
  @Order(5)
  SecurityFilterChain pagesChain(
      HttpSecurity http, SessionGuard guard, Refusals refusals, LoginPage page) throws Exception {
    var savedRequests = new HttpSessionRequestCache();
    savedRequests.setRequestMatcher(
        new OrRequestMatcher(
            path(HttpMethod.GET, "/tasks/*"),
            path(HttpMethod.GET, ApproverPages.SEVERAL),
            path(HttpMethod.GET, ApproverPages.SUBSTITUTES),
            path(HttpMethod.GET, "/swagger-ui/index.html")));
    savedRequests.setMatchingRequestParameterName(null);
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(path(LoginPage.PATH), path(HttpMethod.GET, "/assets/**"))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(this::shared)
        .requestCache(cache -> cache.requestCache(savedRequests))
        .formLogin(
            login ->
                login
                    .loginPage(LoginPage.PATH)
                    .defaultSuccessUrl("/")
                    .failureHandler(failure(page)))
        .sessionManagement(session -> session.sessionAuthenticationStrategy(onLogin(guard)))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(path(HttpMethod.POST, "/logout"))
                    .logoutSuccessUrl(LoginPage.PATH + "?logout"))
        .exceptionHandling(
            exceptions ->
                exceptions
                    .authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LoginPage.PATH))
                    .accessDeniedHandler(
                        (request, response, why) -> {
                          if (request.getRequestURI().equals(LoginPage.PATH)) {
                            // the page lay open longer than its session lived
                            response.sendRedirect(LoginPage.PATH + "?expired");
                          } else {
                            refusals.handle(request, response, why);
                          }
                        }))
        .headers(
            headers ->
                headers
                    .addHeaderWriter(
                        (request, response) ->
                            response.setHeader("Content-Security-Policy", policyFor(request)))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .addFilterAfter(guard, SecurityContextHolderFilter.class)
        .build();
  }

  private static String policyFor(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.equals(ApproverPages.SEVERAL) || path.equals(ApproverPages.SUBSTITUTES)) {
      return APPROVER_PAGES;
    }
    return path.startsWith("/swagger-ui/") ? API_PAGES : PAGES;
  }

  /** A new session id and CSRF token at login, and what the guard has to remember. */
  private CompositeSessionAuthenticationStrategy onLogin(SessionGuard guard) {
    return new CompositeSessionAuthenticationStrategy(
        new ArrayList<>(
            List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(csrfTokens),
                guard)));
  }

  private static AuthenticationFailureHandler failure(LoginPage page) {
    return (request, response, why) -> {
      if (why instanceof PasswordLogin.TooManyAttempts) {
        response.setHeader("Retry-After", "60");
        page.render(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), "throttled");
      } else {
        response.sendRedirect(LoginPage.PATH + "?error");
      }
    };
  }

  private void shared(CsrfConfigurer<HttpSecurity> csrf) {
    csrf.csrfTokenRepository(csrfTokens)
        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler());
  }

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  private static RequestMatcher path(HttpMethod method, String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
  }
}
