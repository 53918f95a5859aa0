package org.countinghouse.workflows.engine.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.countinghouse.access.Access;
import org.countinghouse.access.Role;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Users, roles and organizations in the engine's words: users, groups and tenants. */
@Component
class Directory {

  private static final String GROUP_TYPE = "WORKFLOW";

  // looked up late: domain services may themselves need the engine, which is being built with us
  private final ObjectProvider<Users> users;
  private final ObjectProvider<Roles> roles;
  private final ObjectProvider<Access> access;
  private final ObjectProvider<Organizations> organizations;

  Directory(
      ObjectProvider<Users> users,
      ObjectProvider<Roles> roles,
      ObjectProvider<Access> access,
      ObjectProvider<Organizations> organizations) {
    this.users = users;
    this.roles = roles;
    this.access = access;
    this.organizations = organizations;
  }

  Optional<User> user(String username) {
    return users.getObject().find(username).map(Directory::user);
  }

  List<User> users() {
    return users.getObject().list().stream().map(Directory::user).toList();
  }

  boolean checkPassword(String username, String password) {
    return users.getObject().checkPassword(username, password);
  }

  /** Names of all who hold the role in any organization. */
  Set<String> usersWithRole(String role) {
    Set<String> names = new TreeSet<>();
    for (Organization organization : organizations.getObject().list()) {
      names.addAll(access.getObject().usersWithRole(role, organization.id()));
    }
    return names;
  }

  /** Names of all who hold any role in the organization. */
  Set<String> usersOf(String organizationCode) {
    Set<String> names = new TreeSet<>();
    organizations
        .getObject()
        .findByCode(organizationCode)
        .ifPresent(
            organization ->
                roles
                    .getObject()
                    .list()
                    .forEach(
                        role ->
                            names.addAll(
                                access.getObject().usersWithRole(role.code(), organization.id()))));
    return names;
  }

  Optional<Group> group(String role) {
    return roles.getObject().find(role).map(Directory::group);
  }

  List<Group> groups() {
    return roles.getObject().list().stream().map(Directory::group).toList();
  }

  /** Codes of the roles the user holds anywhere. */
  Collection<String> rolesOf(String username) {
    return access.getObject().rolesOf(username);
  }

  Optional<Tenant> tenant(String organizationCode) {
    return organizations.getObject().findByCode(organizationCode).map(Directory::tenant);
  }

  List<Tenant> tenants() {
    return organizations.getObject().list().stream().map(Directory::tenant).toList();
  }

  /** Codes of the organizations in which the user holds a role. */
  Collection<String> organizationsOf(String username) {
    return access.getObject().organizationCodesOf(username);
  }

  private static User user(org.countinghouse.access.User user) {
    var entity = new UserEntity();
    entity.setId(user.username());
    int space = user.displayName().lastIndexOf(' ');
    entity.setFirstName(space < 0 ? "" : user.displayName().substring(0, space));
    entity.setLastName(user.displayName().substring(space + 1));
    entity.setEmail(user.email());
    return entity;
  }

  private static Group group(Role role) {
    var entity = new GroupEntity();
    entity.setId(role.code());
    entity.setName(role.name());
    entity.setType(GROUP_TYPE);
    return entity;
  }

  private static Tenant tenant(Organization organization) {
    var entity = new TenantEntity();
    entity.setId(organization.code());
    entity.setName(organization.name());
    return entity;
  }
}
