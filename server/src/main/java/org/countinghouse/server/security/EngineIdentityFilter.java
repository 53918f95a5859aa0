package org.countinghouse.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import org.camunda.bpm.engine.IdentityService;
import org.countinghouse.access.Access;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the process engine who asks, with his roles as groups and his organizations as tenants, for
 * the time of one request of an API: its authorizations and tenant checks then apply to him.
 */
final class EngineIdentityFilter extends OncePerRequestFilter {

  private final IdentityService engine;
  private final Access access;

  EngineIdentityFilter(IdentityService engine, Access access) {
    this.engine = engine;
    this.access = access;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || who instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    engine.setAuthentication(
        who.getName(),
        new ArrayList<>(access.rolesOf(who.getName())),
        new ArrayList<>(access.organizationCodesOf(who.getName())));
    try {
      chain.doFilter(request, response);
    } finally {
      engine.clearAuthentication();
    }
  }
}
