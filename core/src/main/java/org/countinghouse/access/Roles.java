package org.countinghouse.access;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roles and who holds them. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Roles {

  /** Administers users and settings of the whole installation. */
  public static final String ADMINISTRATOR = "administrator";

  private final RoleMapper mapper;
  private final Users users;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Roles(RoleMapper mapper, Users users, ApplicationEventPublisher events, Clock clock) {
    this.mapper = mapper;
    this.users = users;
    this.events = events;
    this.clock = clock;
  }

  /** All roles, by code. */
  @Transactional(readOnly = true)
  public List<Role> list() {
    return mapper.list();
  }

  /** The role of this code, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Role> find(String code) {
    return Optional.ofNullable(mapper.find(code));
  }

  /** What was granted to this user, oldest first. */
  @Transactional(readOnly = true)
  public List<RoleGrant> grantsOf(String username) {
    return mapper.listGrants(username);
  }

  /**
   * Gives a user a role; nothing happens when he holds it already. Whoever may call this is decided
   * at the door, but nobody gives himself a role.
   *
   * @param organizationId where; a role of the installation holds everywhere and ignores it
   * @throws BusinessException {@code access.user-unknown}, {@code access.role-unknown}, {@code
   *     access.role-needs-organization}, {@code access.duty-conflict}, {@code access.own-rights}
   */
  public void grant(String username, String role, @Nullable UUID organizationId, Actor by) {
    User user = users.byName(username);
    UUID where = place(role, organizationId);
    requireOther(username, by);
    RoleMapper.Conflict conflict = mapper.findConflict(user.id(), role, where);
    if (conflict != null) {
      throw AccessError.DUTY_CONFLICT.with(username, role, conflict.held(), conflict.reason());
    }
    if (mapper.insertGrant(Ids.next(), user.id(), role, where, by.username(), clock.instant())
        == 1) {
      mapper.restamp(user.id());
      tell(where, by, "granted", username, role);
    }
  }

  /**
   * Takes a role away; nothing happens when the user does not hold it.
   *
   * @throws BusinessException {@code access.user-unknown}, {@code access.role-unknown}, {@code
   *     access.role-needs-organization}, {@code access.last-administrator}, {@code
   *     access.own-rights}
   */
  public void revoke(String username, String role, @Nullable UUID organizationId, Actor by) {
    User user = users.byName(username);
    UUID where = place(role, organizationId);
    requireOther(username, by);
    if (role.equals(ADMINISTRATOR) && mapper.countAdministratorsBesides(user.id()) == 0) {
      throw AccessError.LAST_ADMINISTRATOR.with(username);
    }
    if (mapper.deleteGrant(user.id(), role, where) == 1) {
      mapper.restamp(user.id());
      tell(where, by, "revoked", username, role);
    }
  }

  private @Nullable UUID place(String code, @Nullable UUID organizationId) {
    Role role = find(code).orElseThrow(() -> AccessError.ROLE_UNKNOWN.with(code));
    if (role.installationWide()) {
      return null;
    }
    if (organizationId == null) {
      throw AccessError.ROLE_NEEDS_ORGANIZATION.with(code);
    }
    return organizationId;
  }

  private static void requireOther(String username, Actor by) {
    if (username.equals(by.username()) || username.equals(by.onBehalfOf())) {
      throw AccessError.OWN_RIGHTS.with();
    }
  }

  private void tell(@Nullable UUID where, Actor by, String action, String username, String role) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("role", role);
    values.put("organizationId", where);
    boolean granted = action.equals("granted");
    events.publishEvent(
        new AccessChanged(
            where,
            by,
            action,
            "access.user-role",
            username,
            granted ? null : values,
            granted ? values : null));
  }
}
