package org.countinghouse.workflows.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * Puts rights of the product's roles into the engine. Safe to repeat: what is there already stays
 * untouched, what differs is brought to what the code says.
 */
class Grants {

  /** The id that means every resource of its kind. */
  static final String ALL = "*";

  private final AuthorizationService authorizations;

  Grants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** The role may exactly this with the resource. */
  void set(String role, Resource resource, String id, Permission... permissions) {
    Authorization found =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .groupIdIn(role)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
    if (found == null) {
      found = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      found.setGroupId(role);
      found.setResource(resource);
      found.setResourceId(id);
    }
    save(found, permissions);
  }

  /** Everybody who is logged in may exactly this with the resource. */
  void setForEverybody(Resource resource, String id, Permission... permissions) {
    Authorization found =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
    if (found == null) {
      found = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
      found.setResource(resource);
      found.setResourceId(id);
    }
    save(found, permissions);
  }

  private void save(Authorization authorization, Permission[] permissions) {
    int wanted =
        Arrays.stream(permissions).mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
    boolean isNew = authorization.getId() == null;
    if (isNew || ((AuthorizationEntity) authorization).getPermissions() != wanted) {
      authorization.setPermissions(permissions);
      authorizations.saveAuthorization(authorization);
    }
  }
}
