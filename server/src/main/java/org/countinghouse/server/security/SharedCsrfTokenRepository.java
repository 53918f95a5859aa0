package org.countinghouse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * One CSRF token for the engine's web applications and for ours. The engine's filter keeps its own
 * in a session attribute and shows it in a cookie that its pages send back as a header; with a
 * token of Spring Security's beside it the two would fight over that cookie. This repository uses
 * the engine's attribute and cookie, so a form in Tasklist can post to the API as it is.
 */
final class SharedCsrfTokenRepository implements CsrfTokenRepository {

  private static final String ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";
  private static final String COOKIE = "XSRF-TOKEN";
  private static final String HEADER = "X-XSRF-TOKEN";
  private static final String PARAMETER = "_csrf";
  private static final String COOKIE_PATH = "/camunda";
  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    byte[] token = new byte[BYTES];
    random.nextBytes(token);
    return token(HexFormat.of().formatHex(token));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // a client that has no session gets none by failing the check; only our login page starts one
    HttpSession session = request.getSession(request.getRequestURI().equals(LoginPage.PATH));
    if (session == null) {
      return;
    }
    if (token == null) {
      session.removeAttribute(ATTRIBUTE);
      return;
    }
    session.setAttribute(ATTRIBUTE, token.getToken());
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, token.getToken())
            .path(COOKIE_PATH)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof String token
        ? token(token)
        : null;
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken(HEADER, PARAMETER, value);
  }
}
