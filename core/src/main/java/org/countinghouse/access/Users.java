package org.countinghouse.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The users and how they prove who they are. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Users {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  /** Local part, at, domain: what a mail server takes is found out by the first mail. */
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),;:\\\\\\p{Cntrl}]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,188}");

  private static final int PASSWORD_BYTES_MIN = 12;
  // BCrypt ignores everything after this
  private static final int PASSWORD_BYTES_MAX = 72;

  private final UserMapper mapper;
  private final PasswordEncoder encoder;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final String hashOfNobody;

  Users(UserMapper mapper, PasswordEncoder encoder, ApplicationEventPublisher events, Clock clock) {
    this.mapper = mapper;
    this.encoder = encoder;
    this.events = events;
    this.clock = clock;
    this.hashOfNobody = encoder.encode(Ids.next().toString());
  }

  /** The user of this name, enabled or not. */
  @Transactional(readOnly = true)
  public Optional<User> find(String username) {
    return Optional.ofNullable(mapper.find(username)).map(UserMapper.Row::user);
  }

  /**
   * The user of this name.
   *
   * @throws BusinessException {@code access.user-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public User byName(String username) {
    return find(username).orElseThrow(() -> AccessError.USER_UNKNOWN.with(username));
  }

  /** All users, by name. */
  @Transactional(readOnly = true)
  public List<User> list() {
    return mapper.list().stream().map(UserMapper.Row::user).toList();
  }

  /** The people who work in this organization and can log in, by name: no machines. */
  @Transactional(readOnly = true)
  public List<User> peopleOf(UUID organizationId) {
    return mapper.listPeople(organizationId).stream().map(UserMapper.Row::user).toList();
  }

  /** Whether this is a machine client. */
  @Transactional(readOnly = true)
  public boolean isMachine(String username) {
    UserMapper.Row row = mapper.find(username);
    return row != null && row.kind() == UserKind.MACHINE;
  }

  /**
   * A number that grows whenever password, rights or state of an enabled user change; sessions
   * remember it and end when it has grown. Empty for an unknown or disabled user.
   */
  @Transactional(readOnly = true)
  public Optional<Integer> stamp(String username) {
    return Optional.ofNullable(mapper.findStamp(username));
  }

  /**
   * Makes a user without any role. Whoever may call this is decided at the door.
   *
   * @throws BusinessException {@code access.username-invalid}, {@code access.username-taken},
   *     {@code access.password-weak}
   */
  public User create(NewUser wanted, Actor by) {
    if (!USERNAME.matcher(wanted.username()).matches()) {
      throw AccessError.USERNAME_INVALID.with(wanted.username());
    }
    if (mapper.find(wanted.username()) != null) {
      throw AccessError.USERNAME_TAKEN.with(wanted.username());
    }
    String password = wanted.password();
    if (password != null) {
      requireStrong(wanted.username(), password);
    }
    var row =
        new UserMapper.Row(
            Ids.next(),
            wanted.username(),
            wanted.displayName(),
            wanted.email(),
            wanted.locale().toLanguageTag(),
            wanted.kind(),
            true);
    mapper.insert(
        row, password == null ? null : encoder.encode(password), by.username(), clock.instant());
    tell(by, "created", row.username(), null, row);
    return row.user();
  }

  /**
   * Whether this is the password of an enabled person. Takes as long for a name that does not exist
   * as for one that does, so that names cannot be found out by the clock.
   */
  @Transactional(readOnly = true)
  public boolean checkPassword(String username, String password) {
    String hash = mapper.findPasswordHash(username);
    boolean matches = encoder.matches(password, hash == null ? hashOfNobody : hash);
    return matches && hash != null;
  }

  /**
   * Lets a user change his own password; ends his other sessions.
   *
   * @throws BusinessException {@code access.password-wrong}, {@code access.password-weak}
   */
  public void changePassword(String username, String current, String wanted) {
    if (!checkPassword(username, current)) {
      throw AccessError.PASSWORD_WRONG.with();
    }
    replacePassword(username, wanted, Actor.of(username));
  }

  /**
   * Gives a user a new password without asking for the old one; ends his sessions. Whoever may call
   * this is decided at the door.
   *
   * @throws BusinessException {@code access.user-unknown}, {@code access.password-weak}
   */
  public void replacePassword(String username, String wanted, Actor by) {
    byName(username);
    requireStrong(username, wanted);
    mapper.updatePassword(username, encoder.encode(wanted));
    tell(by, "password-changed", username, null, null);
  }

  /**
   * Has a user's mails go to another address; empty for none. Whoever may call this is decided at
   * the door: everybody for himself, an administrator for all.
   *
   * @throws BusinessException {@code access.user-unknown}, {@code access.email-invalid}
   */
  public User changeEmail(String username, String email, Actor by) {
    User user = byName(username);
    String wanted = email.strip();
    if (!wanted.isEmpty() && (wanted.length() > 254 || !EMAIL.matcher(wanted).matches())) {
      throw AccessError.EMAIL_INVALID.with(wanted.replaceAll("\\p{Cntrl}", " "));
    }
    mapper.updateEmail(username, wanted);
    tell(by, "email-changed", username, Map.of("email", user.email()), Map.of("email", wanted));
    return byName(username);
  }

  /** Notes that a machine got a new secret; ends its tokens. */
  public void secretReplaced(String username, Actor by) {
    byName(username);
    mapper.restamp(username);
    tell(by, "secret-replaced", username, null, null);
  }

  /**
   * Locks a user out, or lets him in again; ends his sessions.
   *
   * @throws BusinessException {@code access.user-unknown}, {@code access.last-administrator},
   *     {@code access.own-rights}
   */
  public void setEnabled(String username, boolean enabled, Actor by) {
    User user = byName(username);
    if (username.equals(by.username())) {
      throw AccessError.OWN_RIGHTS.with();
    }
    if (!enabled && mapper.isLastAdministrator(username)) {
      throw AccessError.LAST_ADMINISTRATOR.with(username);
    }
    mapper.updateEnabled(username, enabled);
    tell(
        by,
        enabled ? "enabled" : "disabled",
        username,
        Map.of("enabled", user.enabled()),
        Map.of("enabled", enabled));
  }

  /** Whether anybody can administer this installation: without one it must not start. */
  @Transactional(readOnly = true)
  public boolean hasAdministrator() {
    return mapper.hasAdministrator();
  }

  private static void requireStrong(String username, String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < PASSWORD_BYTES_MIN || bytes > PASSWORD_BYTES_MAX || password.contains(username)) {
      throw AccessError.PASSWORD_WEAK.with();
    }
  }

  private void tell(
      Actor by, String action, String username, @Nullable Object before, @Nullable Object after) {
    events.publishEvent(
        new AccessChanged(null, by, action, "access.user", username, before, after));
  }
}
