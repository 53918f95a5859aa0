package org.countinghouse.workflows.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.countinghouse.access.Actor;
import org.springframework.stereotype.Component;

/**
 * Who is using the engine right now, by session or token. A task's assignee is not asked: somebody
 * else may have put it there.
 */
@Component
public class CurrentUser {

  private final IdentityService identity;

  CurrentUser(IdentityService identity) {
    this.identity = identity;
  }

  /**
   * The person whose request this is.
   *
   * @throws IllegalStateException when the engine acts by itself: no decision is taken that way
   */
  public Actor require() {
    Authentication user = identity.getCurrentAuthentication();
    if (user == null || user.getUserId() == null) {
      throw new IllegalStateException("only a person who is logged in can complete this task");
    }
    return Actor.of(user.getUserId());
  }
}
