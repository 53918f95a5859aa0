package org.countinghouse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * The pages for approvers beside Tasklist: approve several at once, and who stands in for whom.
 * They are a frame; what stands in them comes from {@code /api} in the same session, and the token
 * for it stands in the page, since the cookie is for the engine's pages alone.
 */
@Controller
class ApproverPages {

  static final String SEVERAL = "/approvals";
  static final String SUBSTITUTES = "/substitutes";

  private final String template = read();

  /** Everything one is asked to decide on; or, with {@code ?request}, what became of it. */
  @GetMapping(SEVERAL)
  void several(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write("several", request, response);
  }

  /** Who stands in for one, and for whom one stands in. */
  @GetMapping(SUBSTITUTES)
  void substitutes(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write("substitutes", request, response);
  }

  private void write(String page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    String token = csrf == null ? "" : csrf.getToken();
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(template.replace("{{csrf}}", HtmlUtils.htmlEscape(token)).replace("{{page}}", page));
  }

  private static String read() {
    try (InputStream in = new ClassPathResource("pages/approver.html").getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
