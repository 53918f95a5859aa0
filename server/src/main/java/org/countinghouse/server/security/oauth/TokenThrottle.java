package org.countinghouse.server.security.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.countinghouse.server.security.LoginThrottle;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down guessing of client secrets as the login page slows down guessing of passwords. */
final class TokenThrottle extends OncePerRequestFilter {

  private static final String BASIC = "Basic ";

  private final LoginThrottle throttle;

  TokenThrottle(LoginThrottle throttle) {
    this.throttle = throttle;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String client = "client:" + clientId(request);
    String address = request.getRemoteAddr();
    Duration wait = throttle.attempt(client, address);
    if (!wait.isZero()) {
      response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
      response.setStatus(429);
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() < 400) {
      throttle.succeeded(client, address);
    }
  }

  private static String clientId(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return String.valueOf(request.getParameter("client_id"));
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      return new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
    } catch (IllegalArgumentException malformed) {
      return "malformed";
    }
  }
}
