package org.countinghouse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * The one page where people log in, in German or English as the browser asks, or as {@code ?lang}
 * says. It needs no script.
 */
@Controller
class LoginPage {

  static final String PATH = "/login";

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)}}");

  private final String template = read("login/login.html");

  @GetMapping(PATH)
  void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String notice =
        request.getParameter("error") != null
            ? "wrong"
            : request.getParameter("expired") != null
                ? "expired"
                : request.getParameter("logout") != null ? "logged-out" : null;
    render(request, response, HttpServletResponse.SC_OK, notice);
  }

  /** Writes the page, with a notice above the form when there is something to say. */
  void render(
      HttpServletRequest request, HttpServletResponse response, int status, @Nullable String notice)
      throws IOException {
    Locale language = language(request);
    ResourceBundle texts = ResourceBundle.getBundle("login.login", language);
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder page = new StringBuilder();
    while (matcher.find()) {
      String value =
          switch (matcher.group(1)) {
            case "language" -> language.getLanguage();
            case "other-language" -> language.equals(Locale.GERMAN) ? "en" : "de";
            case "csrf" -> csrf == null ? "" : csrf.getToken();
            case "notice-class" -> notice == null ? "none" : notice;
            case "notice" -> notice == null ? "" : texts.getString("notice-" + notice);
            default -> texts.getString(matcher.group(1));
          };
      matcher.appendReplacement(page, Matcher.quoteReplacement(HtmlUtils.htmlEscape(value)));
    }
    matcher.appendTail(page);
    response.setStatus(status);
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(page.toString());
  }

  private static Locale language(HttpServletRequest request) {
    String wanted = request.getParameter("lang");
    if (wanted != null) {
      return wanted.equals("de") ? Locale.GERMAN : Locale.ENGLISH;
    }
    String accepted = request.getHeader("Accept-Language");
    if (accepted == null) {
      return Locale.ENGLISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
      return best == null ? Locale.ENGLISH : best;
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH;
    }
  }

  private static String read(String path) {
    try (InputStream in = new ClassPathResource(path).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
