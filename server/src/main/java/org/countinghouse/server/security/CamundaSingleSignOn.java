package org.countinghouse.server.security;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.countinghouse.access.Access;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets the engine's web applications read who is logged in from our session, with his roles as
 * groups and his organizations as tenants. They fix both when the session first reaches them; a
 * change of roles ends the session ({@link SessionGuard}).
 */
@Configuration(proxyBeanMethods = false)
class CamundaSingleSignOn {

  /** After Spring Security (-100) and the gate (-90), before Camunda's own filters. */
  private static final int ORDER = -50;

  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> singleSignOnFilter(Access access) {
    var filter =
        new ContainerBasedAuthenticationFilter() {
          @Override
          public void init(FilterConfig config) {
            authenticationProvider = new LoggedInUser(access);
          }
        };
    var registration = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(filter);
    registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    registration.setOrder(ORDER);
    return registration;
  }

  private static final class LoggedInUser implements AuthenticationProvider {

    private final Access access;

    LoggedInUser(Access access) {
      this.access = access;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(
        HttpServletRequest request, ProcessEngine engine) {
      Authentication who = SecurityContextHolder.getContext().getAuthentication();
      if (who == null || who instanceof AnonymousAuthenticationToken) {
        return AuthenticationResult.unsuccessful();
      }
      AuthenticationResult result = AuthenticationResult.successful(who.getName());
      result.setGroups(new ArrayList<>(access.rolesOf(who.getName())));
      result.setTenants(new ArrayList<>(access.organizationCodesOf(who.getName())));
      return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(
        HttpServletResponse response, ProcessEngine engine) {
      // Spring Security has already answered whoever is not logged in
    }
  }
}
