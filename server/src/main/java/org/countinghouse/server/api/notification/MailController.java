package org.countinghouse.server.api.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countinghouse.notification.Mails;
import org.countinghouse.notification.NotificationError;
import org.countinghouse.notification.QueuedMail;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails that went out, wait, or are parked because they failed for good. */
@RestController
@RequestMapping("/api/notification/mails")
class MailController {

  private static final String READ = "notification.mail:read";
  private static final String RETRY = "notification.mail:retry";
  private static final int LIMIT_MAX = 1000;

  private final Mails mails;

  MailController(Mails mails) {
    this.mails = mails;
  }

  /**
   * A mail without its text.
   *
   * @param username whose it is; null for an address of no user
   * @param nextAttemptAt null once sent or parked
   * @param lastError why the latest try failed
   */
  record MailView(
      UUID id,
      String template,
      String recipient,
      @Nullable String username,
      String subject,
      QueuedMail.State state,
      int attempts,
      Instant queuedAt,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant sentAt,
      @Nullable String lastError) {

    static MailView of(QueuedMail mail) {
      return new MailView(
          mail.id(),
          mail.template(),
          mail.recipient(),
          mail.username(),
          mail.subject(),
          mail.state(),
          mail.attempts(),
          mail.queuedAt(),
          mail.nextAttemptAt(),
          mail.sentAt(),
          mail.lastError());
    }
  }

  /**
   * A mail with its text and what was attached.
   *
   * @param attachments bytes of each: {@code /api/documents/{id}/content}
   */
  record MailDetail(MailView mail, String body, List<UUID> attachments) {}

  /** The newest first; of one state where one is named. */
  @GetMapping
  List<MailView> list(
      @RequestParam String organization,
      @RequestParam(required = false) QueuedMail.@Nullable State state,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    UUID whose = caller.organization(organization, READ).id();
    return mails.list(whose, state, Math.max(1, Math.min(limit, LIMIT_MAX))).stream()
        .map(MailView::of)
        .toList();
  }

  /** One mail. */
  @GetMapping("/{id}")
  MailDetail show(@PathVariable UUID id, Caller caller) {
    QueuedMail mail = permitted(id, READ, caller);
    return new MailDetail(MailView.of(mail), mail.body(), mails.attachments(id));
  }

  /** Has a parked mail tried again from the start. */
  @PostMapping("/{id}/retries")
  MailView retry(@PathVariable UUID id, Caller caller) {
    permitted(id, RETRY, caller);
    return MailView.of(mails.retry(id));
  }

  /** What is of another organization does not exist for the caller. */
  private QueuedMail permitted(UUID id, String permission, Caller caller) {
    QueuedMail mail = mails.require(id);
    if (caller.organizations().stream().noneMatch(own -> own.id().equals(mail.organizationId()))) {
      throw NotificationError.MAIL_UNKNOWN.with(id);
    }
    caller.require(permission, mail.organizationId());
    return mail;
  }
}
