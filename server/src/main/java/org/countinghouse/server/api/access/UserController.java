package org.countinghouse.server.api.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.RoleGrant;
import org.countinghouse.access.Roles;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users and their roles, for administrators. */
@RestController
@RequestMapping("/api/access/users")
class UserController {

  private static final String READ = "access.user:read";
  private static final String MANAGE = "access.user:manage";
  private static final String GRANT = "access.role:grant";

  private final Users users;
  private final Roles roles;
  private final Organizations organizations;

  UserController(Users users, Roles roles, Organizations organizations) {
    this.users = users;
    this.roles = roles;
    this.organizations = organizations;
  }

  @GetMapping
  List<User> list(Caller caller) {
    caller.requireEverywhere(READ);
    return users.list();
  }

  @GetMapping("/{username}")
  UserWithRoles show(@PathVariable String username, Caller caller) {
    caller.requireEverywhere(READ);
    return new UserWithRoles(users.byName(username), roles.grantsOf(username));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  User create(@RequestBody @Valid Wanted wanted, Caller caller) {
    caller.requireEverywhere(MANAGE);
    return users.create(
        NewUser.person(
            wanted.username(),
            wanted.displayName(),
            wanted.email(),
            Locale.forLanguageTag(wanted.locale()),
            wanted.password()),
        caller.actor());
  }

  @PutMapping("/{username}/enabled")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setEnabled(@PathVariable String username, @RequestBody boolean enabled, Caller caller) {
    caller.requireEverywhere(MANAGE);
    users.setEnabled(username, enabled, caller.actor());
  }

  /** Has a user's mails go to another address; an empty one for none. */
  @PutMapping("/{username}/email")
  User changeEmail(
      @PathVariable String username, @RequestBody @Valid EmailWanted wanted, Caller caller) {
    caller.requireEverywhere(MANAGE);
    return users.changeEmail(username, wanted.email(), caller.actor());
  }

  @PostMapping("/{username}/roles")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void grant(@PathVariable String username, @RequestBody @Valid RoleWanted wanted, Caller caller) {
    caller.requireEverywhere(GRANT);
    roles.grant(username, wanted.role(), idOf(wanted.organization()), caller.actor());
  }

  @PostMapping("/{username}/role-revocations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String username, @RequestBody @Valid RoleWanted wanted, Caller caller) {
    caller.requireEverywhere(GRANT);
    roles.revoke(username, wanted.role(), idOf(wanted.organization()), caller.actor());
  }

  private @Nullable UUID idOf(@Nullable String code) {
    return code == null ? null : organizations.byCode(code).id();
  }

  record UserWithRoles(User user, List<RoleGrant> roles) {}

  record Wanted(
      @NotBlank @Size(max = 63) String username,
      @NotBlank @Size(max = 120) String displayName,
      @NotNull @Size(max = 254) String email,
      @NotBlank @Size(max = 35) String locale,
      @NotNull @Size(max = 200) String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Wanted[" + username + "]";
    }
  }

  record EmailWanted(@NotNull @Size(max = 254) String email) {}

  /**
   * A role at a place.
   *
   * @param organization code; null for a role of the whole installation
   */
  record RoleWanted(@NotBlank String role, @Nullable String organization) {}
}
