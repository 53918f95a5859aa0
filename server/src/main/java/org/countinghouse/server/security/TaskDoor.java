package org.countinghouse.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says "not found" where somebody wants to work on a task he cannot see, or that there is not: the
 * engine's own interface would say "internal error" and so tell the two apart. Stands behind what
 * tells the engine who asks.
 */
final class TaskDoor extends OncePerRequestFilter {

  private static final Pattern WORK =
      Pattern.compile("/engine-rest(?:/engine/default)?/task/([A-Za-z0-9:_.-]{1,255})(?:/.*)?");

  private final TaskService tasks;
  private final Refusals refusals;

  TaskDoor(TaskService tasks, Refusals refusals) {
    this.tasks = tasks;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher work = WORK.matcher(request.getRequestURI());
    boolean writes = request.getMethod().equals("POST") || request.getMethod().equals("PUT");
    if (writes && work.matches() && !work.group(1).equals("count")) {
      if (tasks.createTaskQuery().taskId(work.group(1)).count() == 0) {
        refusals.write(
            response,
            HttpStatus.NOT_FOUND.value(),
            "security.task-unknown",
            "There is no such task for you: reload the task list.");
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
