package org.countinghouse.server.security;

import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.AccessError;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;

/**
 * Who calls a controller, whether by session or by token. Controllers declare it as a parameter;
 * the organization always comes through it, so that nobody reaches one he does not belong to.
 */
public final class Caller {

  private final Actor actor;
  private final Access access;
  private final Organizations organizations;

  Caller(Actor actor, Access access, Organizations organizations) {
    this.actor = actor;
    this.access = access;
    this.organizations = organizations;
  }

  /** Who acts, in his own right. */
  public Actor actor() {
    return actor;
  }

  /** The name of who acts. */
  public String username() {
    return actor.username();
  }

  /** The organizations he belongs to, by code. */
  public List<Organization> organizations() {
    return organizations.visibleTo(actor.username());
  }

  /**
   * The organization of this code.
   *
   * @throws org.countinghouse.errors.BusinessException {@code access.organization-unknown} when
   *     there is none or he does not belong to it: the two cannot be told apart
   */
  public Organization organization(String code) {
    return organizations().stream()
        .filter(organization -> organization.code().equals(code))
        .findFirst()
        .orElseThrow(() -> AccessError.ORGANIZATION_UNKNOWN.with(code));
  }

  /**
   * The organization of this code, in which he may do this.
   *
   * @param permission {@code resource:action}
   * @throws org.countinghouse.errors.BusinessException {@code access.organization-unknown}, {@code
   *     access.forbidden}
   */
  public Organization organization(String code, String permission) {
    Organization organization = organization(code);
    require(permission, organization.id());
    return organization;
  }

  /**
   * Refuses a caller who may not do this there.
   *
   * @throws org.countinghouse.errors.BusinessException {@code access.organization-unknown} (404)
   *     when he does not belong there, {@code access.forbidden} (403) when he does but may not
   */
  public void require(String permission, UUID organizationId) {
    if (!access.isPermitted(actor, permission, organizationId)) {
      if (!access.organizationsOf(actor.username()).contains(organizationId)) {
        throw AccessError.ORGANIZATION_UNKNOWN.with(organizationId);
      }
      throw AccessError.FORBIDDEN.with(actor.username(), permission);
    }
  }

  /** Whether he may do this there. */
  public boolean isPermitted(String permission, UUID organizationId) {
    return access.isPermitted(actor, permission, organizationId);
  }

  /**
   * Refuses a caller who may not do this for the whole installation.
   *
   * @throws org.countinghouse.errors.BusinessException {@code access.forbidden}
   */
  public void requireEverywhere(String permission) {
    access.requireEverywhere(actor, permission);
  }
}
