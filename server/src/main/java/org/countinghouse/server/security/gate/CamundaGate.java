package org.countinghouse.server.security.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.countinghouse.server.api.BufferedBodyRequest;
import org.countinghouse.server.api.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through to the engine only what cannot make it run foreign code or change what it is.
 * Refusals are 403 without saying which rule, and logged with it.
 */
public final class CamundaGate extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(CamundaGate.class);
  private static final int BODY_BYTES_MAX = 2 * 1024 * 1024;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE");
  private static final Pattern JSON_TYPE =
      Pattern.compile(
          "application/([a-z.-]+\\+)?json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?",
          Pattern.CASE_INSENSITIVE);

  private final MappingJackson2HttpMessageConverter json;

  /** The converter writes the refusals. */
  public CamundaGate(MappingJackson2HttpMessageConverter json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String method = request.getMethod();
    String path = decodedPath(request);
    if (path == null || !METHODS.contains(method) || !GateRoutes.isOpen(method, path)) {
      refuse(request, response, 403, "route");
      return;
    }
    if (hasForbiddenParameter(request.getQueryString())) {
      refuse(request, response, 403, "parameter");
      return;
    }
    if (GateRoutes.isReading(method)) {
      chain.doFilter(request, response);
      return;
    }
    passBody(request, response, chain);
  }

  private void passBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getHeader("Content-Encoding") != null) {
      refuse(request, response, 403, "content encoding");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    if (body.length > BODY_BYTES_MAX) {
      refuse(request, response, 413, "size");
      return;
    }
    String type = request.getContentType();
    if (body.length > 0 && (type == null || !JSON_TYPE.matcher(type.strip()).matches())) {
      // forms and uploads too: nothing on the list of routes needs them
      refuse(request, response, 403, "content type");
      return;
    }
    try {
      if (body.length > 0 && GateBody.isDangerous(body)) {
        refuse(request, response, 403, "body");
        return;
      }
      if (body.length > 0
          && GateRoutes.completesTask(request.getServletPath() + pathInfo(request))
          && GateBody.overwritesProcess(body)) {
        refuse(request, response, 403, "variable of the process");
        return;
      }
    } catch (GateBody.Malformed malformed) {
      refuse(request, response, 400, "malformed body");
      return;
    }
    chain.doFilter(new BufferedBodyRequest(request, body), response);
  }

  private static String pathInfo(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? "" : info;
  }

  /** The path as the container decoded it; null when anything about it is ambiguous. */
  private static @Nullable String decodedPath(HttpServletRequest request) {
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    boolean ambiguous =
        path.contains("//")
            || path.contains("..")
            || path.contains("/./")
            || path.chars().anyMatch(c -> c == '%' || c == ';' || c == '\\' || c < ' ' || c == 127);
    return ambiguous ? null : path;
  }

  private static boolean hasForbiddenParameter(@Nullable String query) {
    if (query == null) {
      return false;
    }
    for (String pair : query.split("[&;]")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      try {
        String decoded = URLDecoder.decode(name, StandardCharsets.UTF_8);
        if (GateBody.isForbidden(decoded) || decoded.indexOf('%') >= 0) {
          return true;
        }
      } catch (IllegalArgumentException malformed) {
        return true;
      }
    }
    return false;
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String rule)
      throws IOException {
    log.warn(
        "Gate refused {} {} of {}: {}",
        request.getMethod(),
        printable(request.getRequestURI()),
        request.getRemoteUser(),
        rule);
    ProblemDetail problem =
        Problems.problem(
            status,
            "security.gate",
            "The process engine's interface is not open for this: use the pages or /api.");
    response.setStatus(status);
    json.write(
        problem, MediaType.APPLICATION_PROBLEM_JSON, new ServletServerHttpResponse(response));
  }

  /** An address in the log must not be able to write lines of its own. */
  private static String printable(String uri) {
    return uri.replaceAll("[^\\x21-\\x7e]", "?")
        .substring(0, Math.min(uri.length(), 200))
        .toLowerCase(Locale.ROOT);
  }
}
