package org.countinghouse.access;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that says who may do what, where. Every method is one indexed query and sees
 * changes at once; nothing is cached.
 */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class Access {

  private final AccessMapper mapper;
  private final Clock clock;

  Access(AccessMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /** The roles this user holds in this organization, those of the installation included. */
  public Set<String> rolesOf(String username, UUID organizationId) {
    return new TreeSet<>(mapper.listRolesIn(username, organizationId));
  }

  /** The roles this user holds anywhere: the groups the process engine knows him by. */
  public Set<String> rolesOf(String username) {
    return new TreeSet<>(mapper.listRoles(username));
  }

  /** The ids of the organizations in which this user holds a role. */
  public List<UUID> organizationsOf(String username) {
    return mapper.listOrganizations(username);
  }

  /** The codes of those organizations: the tenants the process engine knows him by. */
  public List<String> organizationCodesOf(String username) {
    return mapper.listOrganizationCodes(username);
  }

  /** The names of enabled users who hold this role in this organization, sorted. */
  public List<String> usersWithRole(String role, UUID organizationId) {
    return mapper.listUsersWithRole(role, organizationId);
  }

  /** Everything this user may do in this organization, as {@code resource:action}, sorted. */
  public Set<String> permissionsOf(String username, UUID organizationId) {
    return new TreeSet<>(mapper.listPermissions(username, organizationId));
  }

  /**
   * Whether the actor may do this here. The product itself may. A substitute may what the person he
   * stands in for may, as long as a substitution is running on today's date in the organization.
   *
   * @param permission {@code resource:action}, for example {@code payables.invoice:approve}
   */
  public boolean isPermitted(Actor actor, String permission, UUID organizationId) {
    if (actor.isSystem()) {
      return true;
    }
    String absent = actor.onBehalfOf();
    String holder = absent == null ? actor.username() : absent;
    return mapper.isPermitted(holder, Permission.parse(permission), organizationId)
        && (absent == null
            || mapper.standsIn(actor.username(), absent, organizationId, clock.instant()));
  }

  /**
   * Refuses an actor who may not do this here.
   *
   * @throws BusinessException {@code access.forbidden}
   */
  public void require(Actor actor, String permission, UUID organizationId) {
    if (!isPermitted(actor, permission, organizationId)) {
      throw AccessError.FORBIDDEN.with(actor.username(), permission);
    }
  }

  /**
   * Refuses an actor who may not do this for the whole installation: only a role of the
   * installation counts, and nobody stands in for its holder.
   *
   * @throws BusinessException {@code access.forbidden}
   */
  public void requireEverywhere(Actor actor, String permission) {
    if (actor.isSystem()) {
      return;
    }
    if (actor.onBehalfOf() != null
        || !mapper.isPermittedEverywhere(actor.username(), Permission.parse(permission))) {
      throw AccessError.FORBIDDEN.with(actor.username(), permission);
    }
  }
}
