package org.countinghouse.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.database.OrganizationScope;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Confines the database connections of a request to the caller's organizations, so that a query
 * that forgets its organization still shows nothing of another's.
 */
final class OrganizationScopeFilter extends OncePerRequestFilter {

  private final Access access;

  OrganizationScopeFilter(Access access) {
    this.access = access;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    List<UUID> organizations =
        caller == null || caller instanceof AnonymousAuthenticationToken
            ? List.of()
            : access.organizationsOf(caller.getName());
    try (OrganizationScope scope = OrganizationScope.of(organizations)) {
      chain.doFilter(request, response);
    }
  }
}
