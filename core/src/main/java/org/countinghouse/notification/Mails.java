package org.countinghouse.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.notification.QueuedMail.State;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails people. What is sent here is a row of the caller's transaction and leaves after its commit;
 * a mail that cannot leave never troubles its sender.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Mails {

  private static final int ADDRESS_LENGTH_MAX = 320;

  private final MailMapper mapper;
  private final MailTemplates templates;
  private final Users users;
  private final Organizations organizations;
  private final MailProperties properties;
  private final Clock clock;

  Mails(
      MailMapper mapper,
      MailTemplates templates,
      Users users,
      Organizations organizations,
      MailProperties properties,
      Clock clock) {
    this.mapper = mapper;
    this.templates = templates;
    this.users = users;
    this.organizations = organizations;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * What has not left yet.
   *
   * @param failing of those queued, tried in vain at least once
   */
  public record Backlog(long queued, long failing, long parked) {}

  /** Whom a mail goes to. */
  private record Reader(String address, String name, Locale language, @Nullable String username) {}

  /**
   * Queues one mail per recipient, its text as of now.
   *
   * @return how many; fewer than recipients when the key reached some before, or users have no
   *     address or are locked out
   * @throws IllegalArgumentException when the template is unknown or the model lacks one of its
   *     tags
   */
  public int send(Mail mail) {
    Organization organization = organizations.byId(mail.organizationId());
    Locale fallback = Objects.requireNonNullElse(mail.language(), organization.locale());
    return mail.to().stream()
        .flatMap(to -> reader(to, fallback).stream())
        .mapToInt(reader -> queue(mail, organization, reader))
        .sum();
  }

  /** The full address of a page of this server, for a link in a mail. */
  public String link(String path) {
    return properties.server() + path;
  }

  /**
   * The mail of this id.
   *
   * @throws BusinessException {@code notification.mail-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public QueuedMail require(UUID id) {
    QueuedMail mail = mapper.find(id);
    if (mail == null) {
      throw NotificationError.MAIL_UNKNOWN.with(id);
    }
    return mail;
  }

  /** An organization's mails, the latest first; all or those of one state. */
  @Transactional(readOnly = true)
  public List<QueuedMail> list(UUID organizationId, @Nullable State state, int limit) {
    return mapper.list(organizationId, state, limit);
  }

  /** What was attached, in order. */
  @Transactional(readOnly = true)
  public List<UUID> attachments(UUID mailId) {
    return mapper.listAttachments(mailId);
  }

  /** What has not left yet, of all organizations. */
  @Transactional(readOnly = true)
  public Backlog backlog() {
    return mapper.countBacklog();
  }

  /**
   * Has a parked mail tried again from the start.
   *
   * @throws BusinessException {@code notification.mail-unknown}, {@code notification.not-parked}
   */
  public QueuedMail retry(UUID id) {
    QueuedMail mail = require(id);
    if (mapper.updateRequeued(id, now()) == 0) {
      throw NotificationError.NOT_PARKED.with(id, mail.state());
    }
    return require(id);
  }

  private Optional<Reader> reader(String to, Locale fallback) {
    if (to.contains("@")) {
      // what is no address after all is found by its delivery, never by its sender
      String address = to.strip().replaceAll("\\p{Cntrl}", " ");
      address = address.substring(0, Math.min(address.length(), ADDRESS_LENGTH_MAX));
      return Optional.of(new Reader(address, address, fallback, null));
    }
    return users
        .find(to)
        .filter(User::enabled)
        .filter(user -> !user.email().isBlank())
        .map(
            user ->
                new Reader(
                    user.email().strip(), user.displayName(), user.locale(), user.username()));
  }

  private int queue(Mail mail, Organization organization, Reader reader) {
    Map<String, Object> model =
        ReaderFormats.apply(mail.model(), reader.language(), organization.zone());
    model.putIfAbsent("recipient", reader.name());
    model.putIfAbsent("organization", organization.name());
    model.putIfAbsent("server", properties.server());
    MailTemplates.Text text = templates.render(mail.template(), reader.language(), model);
    UUID id = Ids.next();
    int queued =
        mapper.insertUnlessSent(
            new QueuedMail(
                id,
                organization.id(),
                mail.template(),
                reader.address(),
                reader.username(),
                text.subject(),
                text.body(),
                reader.language().toLanguageTag(),
                mail.dedupKey(),
                State.QUEUED,
                0,
                now(),
                now(),
                null,
                null));
    if (queued == 1 && !mail.attachments().isEmpty()) {
      mapper.insertAttachments(organization.id(), id, mail.attachments());
    }
    return queued;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
