package org.countinghouse.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.countinghouse.access.Access;
import org.countinghouse.database.OrganizationScope;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the process engine and the database who asks, for the time of one request: the engine's
 * authorizations and tenant checks apply to him, and the row-level policies confine him to his
 * organizations.
 */
final class EngineIdentityFilter extends OncePerRequestFilter {

  private final IdentityService engine;
  private final Access access;
  private final Organizations organizations;

  EngineIdentityFilter(IdentityService engine, Access access, Organizations organizations) {
    this.engine = engine;
    this.access = access;
    this.organizations = organizations;
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
    List<Organization> own = organizations.visibleTo(who.getName());
    engine.setAuthentication(
        who.getName(),
        new ArrayList<>(access.rolesOf(who.getName())),
        own.stream().map(Organization::code).toList());
    try (var scope = OrganizationScope.of(own.stream().map(Organization::id).toList())) {
      chain.doFilter(request, response);
    } finally {
      engine.clearAuthentication();
    }
  }
}
