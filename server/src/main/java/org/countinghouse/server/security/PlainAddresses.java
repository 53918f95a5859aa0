package org.countinghouse.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that two readers could read differently, before anybody reads them: the
 * container and Spring resolve dots, double slashes and parameters each in their own way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainAddresses extends OncePerRequestFilter {

  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "//|/\\.{1,2}(/|$)|[;\\\\]|%(2e|2f|5c|3b|25|0.|1.|7f)", Pattern.CASE_INSENSITIVE);

  private final Refusals refusals;

  PlainAddresses(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (AMBIGUOUS.matcher(request.getRequestURI()).find()) {
      refusals.write(response, 400, "api.address-invalid", "Send a plain address.");
      return;
    }
    chain.doFilter(request, response);
  }
}
