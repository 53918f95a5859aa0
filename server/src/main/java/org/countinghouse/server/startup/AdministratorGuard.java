package org.countinghouse.server.startup;

import org.countinghouse.access.Users;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * No server without an administrator: with none, whoever came first could try to become one
 * (CVE-2026-77226). Only the demo brings its own.
 */
@Component
@Profile("!demo")
@ConditionalOnWebApplication
final class AdministratorGuard implements SmartInitializingSingleton {

  private final Users users;

  AdministratorGuard(Users users) {
    this.users = users;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!users.hasAdministrator()) {
      throw new StartRefused(
          "There is no administrator yet.",
          "Make one on the command line, then start again:"
              + " java -jar countinghouse.jar user create NAME --administrator"
              + " (or try the demo: --spring.profiles.active=demo).");
    }
  }
}
