package org.countinghouse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Links of our own into the engine's web applications. Theirs carry the task behind a {@code #},
 * which a browser does not send and a login therefore loses; ours survives it.
 */
@Controller
class Entrances {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  /** The front door leads to the tasks. */
  @GetMapping("/")
  void home(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(TASKLIST);
  }

  /** One task; what mails link to. */
  @GetMapping("/tasks/{id:[A-Za-z0-9-]{1,64}}")
  void task(@PathVariable String id, HttpServletResponse response) throws IOException {
    response.sendRedirect(TASKLIST + "#/?task=" + id);
  }
}
