package org.countinghouse.access;

import org.jspecify.annotations.Nullable;

/**
 * Who acts. Always passed explicitly: nothing in the domain looks it up from a thread.
 *
 * @param username a user of {@code access}, or {@code system:<part>} for the product itself
 * @param onBehalfOf whose rights are used when a substitute acts; null when in own right
 */
public record Actor(String username, @Nullable String onBehalfOf) {

  private static final String SYSTEM = "system:";

  /** Refuses an empty name and standing in for oneself. */
  public Actor {
    if (username.isBlank() || username.equals(onBehalfOf)) {
      throw new IllegalArgumentException("actor " + username + " on behalf of " + onBehalfOf);
    }
  }

  /** A user in his own right. */
  public static Actor of(String username) {
    return new Actor(username, null);
  }

  /** A part of the product acting by itself. No user can have such a name: it holds a colon. */
  public static Actor system(String part) {
    return new Actor(SYSTEM + part, null);
  }

  /** Whether the product acts by itself; such an actor is not asked for permissions. */
  public boolean isSystem() {
    return username.startsWith(SYSTEM);
  }
}
