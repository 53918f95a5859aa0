package org.countinghouse.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes mails out of the house: to the SMTP server of {@code spring.mail.*}, or, without one, as
 * {@code .eml} files through the outbox. By SMTP a mail leaves at least once, always with the same
 * message id; as a file exactly once.
 */
@Service
public class MailDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
  private static final String CHANNEL = "mail";
  private static final String MEDIA_TYPE = "message/rfc822";
  private static final int AT_ONCE = 10;
  private static final int ERROR_LENGTH_MAX = 500;

  /** Longer than ten servers that do not answer; only a node that died leaves it to run out. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** Pauses after each failure; after the last one the mail is parked. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12));

  private final MailMapper mapper;
  private final MimeMessages messages;
  private final Documents documents;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final @Nullable JavaMailSender smtp;
  private final Clock clock;

  MailDelivery(
      MailMapper mapper,
      MimeMessages messages,
      Documents documents,
      Outbox outbox,
      TransactionTemplate transaction,
      ObjectProvider<JavaMailSender> smtp,
      Clock clock) {
    this.mapper = mapper;
    this.messages = messages;
    this.documents = documents;
    this.outbox = outbox;
    this.transaction = transaction;
    this.smtp = smtp.getIfAvailable();
    this.clock = clock;
  }

  /**
   * Delivers everything that is due now. Safe to call from several nodes at once.
   *
   * @return how many mails left
   */
  public int deliverDue() {
    int sent = 0;
    List<QueuedMail> due;
    do {
      due = claim();
      for (QueuedMail mail : due) {
        sent += deliver(mail) ? 1 : 0;
      }
    } while (due.size() == AT_ONCE);
    return sent;
  }

  private List<QueuedMail> claim() {
    Instant now = now();
    List<QueuedMail> due =
        transaction.execute(status -> mapper.claimDue(now, now.plus(LEASE), AT_ONCE));
    return due == null ? List.of() : due;
  }

  private boolean deliver(QueuedMail mail) {
    try {
      MimeMessage message = messages.of(mail);
      if (smtp == null) {
        transaction.executeWithoutResult(status -> writeFile(mail, message));
      } else {
        smtp.send(message);
        transaction.executeWithoutResult(status -> mapper.updateSent(mail.id(), now()));
      }
      return true;
    } catch (AddressException e) {
      park(mail, "the address is none: " + e.getMessage());
    } catch (MessagingException | MailException | BusinessException e) {
      failed(mail, e);
    }
    return false;
  }

  /** The file and the word that the mail is sent commit together. */
  private void writeFile(QueuedMail mail, MimeMessage message) {
    var bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("a composed message can be written", e);
    }
    String name = "%s-%s.eml".formatted(mail.template().replace('/', '-'), mail.id());
    Document document =
        documents.store(mail.organizationId(), name, MEDIA_TYPE, bytes.toByteArray());
    outbox.send(mail.organizationId(), CHANNEL, name, document.id());
    mapper.updateSent(mail.id(), now());
  }

  private void failed(QueuedMail mail, Exception failure) {
    String why = reason(failure);
    if (isForGood(failure) || mail.attempts() > PAUSES.size()) {
      park(mail, why);
      return;
    }
    Instant next = now().plus(PAUSES.get(mail.attempts() - 1));
    LOG.warn("Mail {} cannot be sent now, it is tried again at {}: {}", mail.id(), next, why);
    transaction.executeWithoutResult(status -> mapper.updateFailed(mail.id(), next, why));
  }

  private void park(QueuedMail mail, String why) {
    LOG.error("Mail {} is parked, nobody gets it until it is sent once more: {}", mail.id(), why);
    transaction.executeWithoutResult(status -> mapper.updateParked(mail.id(), shortened(why)));
  }

  /**
   * Whether the server refused this very mail: its recipient (5xx of RFC 5321). A wrong password is
   * our trouble, not the mail's, and is tried again.
   */
  private static boolean isForGood(Exception failure) {
    if (failure instanceof MailAuthenticationException) {
      return false;
    }
    if (failure instanceof MailSendException refused) {
      return refused.getFailedMessages().values().stream().anyMatch(MailDelivery::isRefusal);
    }
    return isRefusal(failure);
  }

  private static boolean isRefusal(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException address) {
        return address.getReturnCode() >= 500;
      }
      if (cause instanceof org.eclipse.angus.mail.smtp.SMTPSendFailedException send
          && send.getReturnCode() >= 500) {
        return true;
      }
    }
    return false;
  }

  /** Mail exceptions chain by a link of their own. */
  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof SendFailedException chained && chained.getNextException() != null
        ? chained.getNextException()
        : failure.getCause();
  }

  private static String reason(Exception failure) {
    if (failure instanceof MailSendException several && !several.getFailedMessages().isEmpty()) {
      Exception first = several.getFailedMessages().values().iterator().next();
      return shortened(String.valueOf(first.getMessage()));
    }
    return shortened(String.valueOf(failure.getMessage()));
  }

  private static String shortened(String why) {
    String line = why.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > ERROR_LENGTH_MAX ? line.substring(0, ERROR_LENGTH_MAX) : line;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
