package org.countinghouse.server.api.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.countinghouse.access.Access;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.countinghouse.notification.MailPreferences;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
  private final MailPreferences preferences;

  MeController(Users users, Access access, MailPreferences preferences) {
    this.users = users;
    this.access = access;
    this.preferences = preferences;
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
        preferences.wantsTaskMails(user.username()),
        memberships);
  }

  /**
   * Where the caller's mails go, and whether he gets one for every new task. Reminders, escalations
   * and questions are mailed in any case.
   */
  @PutMapping("/mail-settings")
  @Transactional
  public MailSettings changeMailSettings(@RequestBody @Valid MailSettings wanted, Caller caller) {
    User user = users.byName(caller.username());
    if (!wanted.email().strip().equals(user.email())) {
      user = users.changeEmail(user.username(), wanted.email(), caller.actor());
    }
    preferences.wantTaskMails(user.username(), wanted.taskMails());
    return new MailSettings(user.email(), wanted.taskMails());
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
      boolean taskMails,
      List<Membership> organizations) {}

  record Membership(
      String code, String name, String baseCurrency, Set<String> roles, Set<String> permissions) {}

  /**
   * What one is mailed.
   *
   * @param email empty for no mails at all
   * @param taskMails whether every new task is mailed
   */
  record MailSettings(@NotNull @Size(max = 254) String email, boolean taskMails) {}

  record PasswordChange(
      @NotNull @Size(max = 200) String current, @NotNull @Size(max = 200) String wanted) {

    /** Never shows the passwords. */
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }
}
