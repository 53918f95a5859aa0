package org.countinghouse.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countinghouse.access.Users;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose user has changed since he logged in (password, roles, locked out), and any
 * session after half a day: Tasklist polls, so idleness alone would never end it.
 */
@Component
class SessionGuard extends OncePerRequestFilter implements SessionAuthenticationStrategy {

  private static final String STAMP = SessionGuard.class.getName() + ".stamp";
  private static final String SINCE = SessionGuard.class.getName() + ".since";
  private static final Duration AGE_MAX = Duration.ofHours(12);

  private final Users users;
  private final Clock clock;

  SessionGuard(Users users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  /** Remembers, at login, what the session depends on. */
  @Override
  public void onAuthentication(
      Authentication who, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession();
    session.setAttribute(STAMP, users.stamp(who.getName()).orElse(-1));
    session.setAttribute(SINCE, clock.instant());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(STAMP) instanceof Integer stamp) {
      Authentication who = SecurityContextHolder.getContext().getAuthentication();
      if (who != null && !isGood(session, stamp, who.getName())) {
        session.invalidate();
        SecurityContextHolder.clearContext();
      }
    }
    chain.doFilter(request, response);
  }

  private boolean isGood(HttpSession session, int stamp, String username) {
    return session.getAttribute(SINCE) instanceof Instant since
        && since.plus(AGE_MAX).isAfter(clock.instant())
        && users.stamp(username).equals(Optional.of(stamp));
  }
}
