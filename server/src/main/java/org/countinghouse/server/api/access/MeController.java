package org.countinghouse.server.api.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.countinghouse.access.Access;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller himself. */
@RestController
@RequestMapping("/api/me")
class MeController {

  private final Users users;
  private final Access access;

  MeController(Users users, Access access) {
    this.users = users;
    this.access = access;
  }

  /** Who is logged in and what he may do where. */
  @GetMapping
  Me me(Caller caller) {
    User user = users.byName(caller.username());
    List<Membership> memberships =
        caller.organizations().stream()
            .map(
                organization ->
                    new Membership(
                        organization.code(),
                        organization.name(),
                        organization.baseCurrency().getCurrencyCode(),
                        access.rolesOf(user.username(), organization.id()),
                        access.permissionsOf(user.username(), organization.id())))
            .toList();
    return new Me(
        user.username(),
        user.displayName(),
        user.email(),
        user.locale().toLanguageTag(),
        memberships);
  }

  /** Changes one's own password; every session and token of before ends, this one included. */
  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@RequestBody @Valid PasswordChange change, Caller caller) {
    users.changePassword(caller.username(), change.current(), change.wanted());
  }

  record Me(
      String username,
      String displayName,
      String email,
      String locale,
      List<Membership> organizations) {}

  record Membership(
      String code, String name, String baseCurrency, Set<String> roles, Set<String> permissions) {}

  record PasswordChange(
      @NotNull @Size(max = 200) String current, @NotNull @Size(max = 200) String wanted) {

    /** Never shows the passwords. */
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }
}
