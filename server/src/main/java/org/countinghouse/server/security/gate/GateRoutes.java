package org.countinghouse.server.security.gate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be written through the engine's own interface: only this list, so that a route nobody
 * thought of is closed. It is what Tasklist and Cockpit need, and queries; whatever deploys,
 * modifies, migrates, runs in batches, evaluates, carries scripts, changes users or authorizations
 * is not on it. The engine's authorizations decide who may use what is.
 */
final class GateRoutes {

  /** The same engine interface hangs below both roots, with and without the engine's name. */
  private static final Pattern ENGINE =
      Pattern.compile("(?:/engine-rest|/camunda/api/engine)(?:/engine/default)?/(.+)");

  private static final String ID = "[A-Za-z0-9:_.-]{1,255}";

  private static final Pattern COMPLETION =
      Pattern.compile("task/" + ID + "/(complete|submit-form|resolve)");

  private static final List<Route> WRITES =
      Stream.of(
              // a person's work on his tasks
              "POST task/ID/(claim|unclaim|assignee|delegate|resolve|submit-form|complete)",
              "POST task/ID/comment/create",
              "PUT task/ID",
              // filters; expressions in them are refused with the body
              "POST filter/create",
              "POST filter/ID/(list|count|singleResult)",
              "PUT filter/ID",
              "DELETE filter/ID",
              // starting a process from Tasklist
              "POST process-definition/(key/)?ID/(tenant-id/ID/)?submit-form",
              // queries too long for an address
              "POST (task|process-instance|execution|variable-instance|external-task|job)(/count)?",
              "POST history/(task|process-instance|activity-instance|variable-instance"
                  + "|decision-instance|job-log|external-task-log|detail)(/count)?",
              // operations in Cockpit
              "PUT (process-instance|process-definition|job|job-definition)/ID/suspended",
              "PUT (job|job-definition|external-task)/ID/retries",
              "PUT job/ID/duedate",
              "POST job/ID/execute",
              "PUT incident/ID/annotation",
              "DELETE incident/ID/annotation",
              "DELETE process-instance/ID")
          .map(Route::parse)
          .toList();

  /** Cockpit's own resources: queries of its pages, sent as POST. */
  private static final Pattern COCKPIT_QUERY =
      Pattern.compile("/camunda/api/cockpit/plugin/base/default/[A-Za-z0-9:_./-]+");

  private static final List<Pattern> CLOSED =
      List.of(
          // the first administrator is made on the command line
          Pattern.compile("/camunda/api/admin/setup(/.*)?"),
          // there is one login, and it is ours
          Pattern.compile("/camunda/api/admin/auth/user/[^/]*/login(/.*)?"));

  private GateRoutes() {}

  /** Whether this may pass; reading may, except what is closed to everybody. */
  static boolean isOpen(String method, String path) {
    if (CLOSED.stream().anyMatch(closed -> closed.matcher(path).matches())) {
      return false;
    }
    if (isReading(method)) {
      return true;
    }
    Matcher engine = ENGINE.matcher(path);
    if (engine.matches()) {
      return WRITES.stream().anyMatch(route -> route.matches(method, engine.group(1)));
    }
    return method.equals("POST") && COCKPIT_QUERY.matcher(path).matches();
  }

  /** Whether this brings a person's variables into a process. */
  static boolean completesTask(String path) {
    Matcher engine = ENGINE.matcher(path);
    return engine.matches() && COMPLETION.matcher(engine.group(1)).matches();
  }

  static boolean isReading(String method) {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  private record Route(String method, Pattern path) {

    static Route parse(String text) {
      int space = text.indexOf(' ');
      return new Route(
          text.substring(0, space), Pattern.compile(text.substring(space + 1).replace("ID", ID)));
    }

    boolean matches(String wantedMethod, String wantedPath) {
      return method.equals(wantedMethod) && path.matcher(wantedPath).matches();
    }
  }
}
