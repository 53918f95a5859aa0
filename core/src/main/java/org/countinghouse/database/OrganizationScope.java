package org.countinghouse.database;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations' rows the connections of this thread may see: the second lock, below the
 * checks of the code. A request of a person or a client is confined to the organizations of its
 * caller; the system's own work (jobs, routes, the engine) is not confined.
 */
public final class OrganizationScope implements AutoCloseable {

  private static final String ALL = "*";
  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

  private final @Nullable String before;

  private OrganizationScope(@Nullable String before) {
    this.before = before;
  }

  /** Confines this thread until the scope is closed; no organization means no row. */
  public static OrganizationScope of(Collection<UUID> organizations) {
    var scope = new OrganizationScope(CURRENT.get());
    CURRENT.set(organizations.stream().map(UUID::toString).collect(Collectors.joining(",")));
    return scope;
  }

  /** What a connection of this thread has to say. */
  static String current() {
    return Optional.ofNullable(CURRENT.get()).orElse(ALL);
  }

  @Override
  public void close() {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
