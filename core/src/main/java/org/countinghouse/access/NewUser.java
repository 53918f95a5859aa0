package org.countinghouse.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a user is made.
 *
 * @param username lower-case letters, digits, dot, hyphen, underscore; stable
 * @param password in clear, 12 to 72 bytes; null for none (nobody can log in with it)
 */
public record NewUser(
    String username,
    String displayName,
    String email,
    Locale locale,
    UserKind kind,
    @Nullable String password) {

  /** A person with a password. */
  public static NewUser person(
      String username, String displayName, String email, Locale locale, String password) {
    return new NewUser(username, displayName, email, locale, UserKind.PERSON, password);
  }

  /** A machine client; its secret is kept by the authorization server. */
  public static NewUser machine(String username, String displayName) {
    return new NewUser(username, displayName, "", Locale.ENGLISH, UserKind.MACHINE, null);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "NewUser[" + username + ", " + kind + "]";
  }
}
