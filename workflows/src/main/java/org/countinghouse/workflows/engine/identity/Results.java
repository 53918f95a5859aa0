package org.countinghouse.workflows.engine.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** What the three queries share: criteria that may be absent, pages, and the right to see a row. */
final class Results {

  private Results() {}

  static boolean matches(@Nullable Object wanted, @Nullable Object actual) {
    return wanted == null || wanted.equals(actual);
  }

  static boolean among(@Nullable String @Nullable [] wanted, String actual) {
    return wanted == null || Arrays.asList(wanted).contains(actual);
  }

  static boolean among(@Nullable Collection<String> wanted, String actual) {
    return wanted == null || wanted.contains(actual);
  }

  /** SQL's like with % only, not minding case, as the engine's own queries do it. */
  static boolean like(@Nullable String pattern, @Nullable String actual) {
    if (pattern == null) {
      return true;
    }
    String regex =
        Arrays.stream(pattern.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return actual != null
        && Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
            .matcher(actual)
            .matches();
  }

  /** A query keeps its page itself; the page its method is given is always null. */
  static <T> List<T> page(List<T> all, int first, int max) {
    int from = Math.min(first, all.size());
    return all.subList(from, (int) Math.min(all.size(), (long) from + max));
  }

  /** Whether the row may be seen: by right, or because it is the reader's own. */
  static boolean visible(Resource resource, String id, Collection<String> own) {
    return own.contains(id)
        || Context.getCommandContext()
            .getAuthorizationManager()
            .isAuthorized(Permissions.READ, resource, id);
  }

  static List<String> ownGroups() {
    List<String> groups = context().getAuthenticatedGroupIds();
    return groups == null ? List.of() : groups;
  }

  static List<String> ownTenants() {
    var authentication = context().getAuthentication();
    return authentication == null || authentication.getTenantIds() == null
        ? List.of()
        : authentication.getTenantIds();
  }

  static List<String> ownUser() {
    String user = context().getAuthenticatedUserId();
    return user == null ? List.of() : List.of(user);
  }

  private static CommandContext context() {
    return Context.getCommandContext();
  }
}
