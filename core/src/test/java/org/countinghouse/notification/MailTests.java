package org.countinghouse.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.Users;
import org.countinghouse.documents.Documents;
import org.countinghouse.notification.QueuedMail.State;
import org.countinghouse.organizations.Organization;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.outbox.OutboxDocument;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class MailTests {

  @Autowired TestOrganizations organizations;
  @Autowired Mails mails;
  @Autowired MailPreferences preferences;
  @Autowired MailDelivery delivery;
  @Autowired MailMapper mapper;
  @Autowired MimeMessages messages;
  @Autowired Documents documents;
  @Autowired Outbox outbox;
  @Autowired Users users;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private Organization org;

  @BeforeEach
  void newOrganization() {
    org = organizations.german();
  }

  @Test
  void everyReaderGetsHisOwnMailInHisLanguageOnce() {
    String german = user(Locale.GERMANY);
    String british = user(Locale.UK);
    String noAddress = user(Locale.UK, "");
    Mail mail = mail(List.of(german, british, noAddress, "nobody-of-this-name"), "k1");
    assertThat(mails.send(mail)).isEqualTo(2);
    assertThat(mails.send(mail)).as("sent again").isZero();
    assertThat(mails.list(org.id(), State.QUEUED, 10))
        .extracting(QueuedMail::subject)
        .containsExactlyInAnyOrder(
            "Grüße an Jörg von " + org.name(), "Hello Jörg of " + org.name());
  }

  @Test
  void nothingInTheModelReachesTheHeaders() {
    mails.send(
        new Mail(
            org.id(),
            List.of("a@example.org"),
            "notification/test",
            Map.of("name", "x\r\nBcc: thief@example.org"),
            "k1"));
    assertThat(only().subject()).doesNotContain("\n", "\r").startsWith("Grüße an x Bcc: thief");
  }

  @Test
  void withoutAServerAMailBecomesAFileWithItsAttachments() throws Exception {
    UUID attached =
        documents
            .store(
                org.id(),
                "Avis März.pdf",
                "application/pdf",
                "%PDF-".getBytes(StandardCharsets.UTF_8))
            .id();
    mails.send(
        new Mail(
            org.id(),
            List.of("payee@example.org"),
            "notification/test",
            Map.of("name", "Jörg"),
            List.of(attached),
            "k1",
            Locale.ENGLISH));
    delivery.deliverDue();
    assertThat(only().state()).isEqualTo(State.SENT);
    OutboxDocument file = outbox.list(org.id(), 10).get(0);
    assertThat(file.channel()).isEqualTo("mail");
    MimeMessage message = read(documents.bytes(file.documentId()));
    assertThat(message.getSubject()).isEqualTo("Hello Jörg of " + org.name());
    assertThat(message.getAllRecipients()[0]).hasToString("payee@example.org");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    var mixed = (MimeMultipart) message.getContent();
    assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo(Part.ATTACHMENT);
    assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes())
        .isEqualTo(documents.bytes(attached));
    var text = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat((String) text.getBodyPart(0).getContent()).contains("look here: ", "/x?a=1&b=<2>");
    assertThat((String) text.getBodyPart(1).getContent())
        .as("escaped, and its address a link")
        .contains("/x?a=1&amp;b=\">", "&lt;2&gt;");
  }

  @Test
  void aServerGetsTheMailAndKeepsItsIdWhenItIsSentTwice() throws Exception {
    var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    try {
      String address = UUID.randomUUID() + "@example.org";
      mails.send(mail(List.of(address), "k1"));
      smtp(server.getSmtp().getPort()).deliverDue();
      assertThat(only().state()).isEqualTo(State.SENT);
      MimeMessage received =
          Arrays.stream(server.getReceivedMessages())
              .filter(
                  message -> GreenMailUtil.getAddressList(recipients(message)).contains(address))
              .findFirst()
              .orElseThrow();
      assertThat(received.getMessageID()).isEqualTo("<" + only().id() + "@countinghouse>");
      assertThat(received.getFrom()[0].toString()).contains(org.name(), "countinghouse@localhost");
    } finally {
      server.stop();
    }
  }

  @Test
  void aServerThatIsAwayIsTriedAgainWithGrowingPausesThenTheMailIsParked() {
    mails.send(mail(List.of("late@example.org"), "k1"));
    MailDelivery away = smtp(1);
    Duration before = Duration.ZERO;
    for (int attempt = 1; attempt <= 6; attempt++) {
      away.deliverDue();
      QueuedMail mail = only();
      assertThat(mail.attempts()).isEqualTo(attempt);
      assertThat(mail.lastError()).isNotBlank();
      Duration pause = Duration.between(clock.instant(), mail.nextAttemptAt());
      assertThat(pause).isGreaterThan(before);
      before = pause;
      transaction.executeWithoutResult(
          status -> mapper.updateFailed(mail.id(), clock.instant(), "due again"));
    }
    away.deliverDue();
    assertThat(only().state()).isEqualTo(State.PARKED);
    assertThat(mails.backlog().parked()).isPositive();

    mails.retry(only().id());
    assertThat(only().attempts()).isZero();
    delivery.deliverDue();
    assertThat(only().state()).isEqualTo(State.SENT);
    assertThatThrownBy(() -> mails.retry(only().id())).hasMessageContaining("SENT");
  }

  @Test
  void whatIsNoAddressIsParkedAtOnce() {
    mails.send(mail(List.of("no address @ all"), "k1"));
    delivery.deliverDue();
    assertThat(only().state()).isEqualTo(State.PARKED);
    assertThat(only().lastError()).startsWith("the address is none");
  }

  @Test
  void aMailOfATransactionThatFailsIsNeverSent() {
    transaction.executeWithoutResult(
        status -> {
          mails.send(mail(List.of("a@example.org"), "k1"));
          status.setRollbackOnly();
        });
    assertThat(mails.list(org.id(), null, 10)).isEmpty();
  }

  @Test
  void onlyThoseWhoWantAMailForEveryTaskAreNamed() {
    String wants = user(Locale.UK);
    String not = user(Locale.UK);
    preferences.wantTaskMails(wants, true);
    assertThat(preferences.taskMailReaders(List.of(wants, not))).containsExactly(wants);
    preferences.wantTaskMails(wants, false);
    assertThat(preferences.wantsTaskMails(wants)).isFalse();
    assertThat(preferences.taskMailReaders(List.of(wants, not))).isEmpty();
  }

  private MailDelivery smtp(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    var beans = new StaticListableBeanFactory(new HashMap<>(Map.of("smtp", sender)));
    return new MailDelivery(
        mapper,
        messages,
        documents,
        outbox,
        transaction,
        beans.getBeanProvider(JavaMailSender.class),
        clock);
  }

  private QueuedMail only() {
    List<QueuedMail> all = mails.list(org.id(), null, 10);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Mail mail(List<String> to, String key) {
    return new Mail(org.id(), to, "notification/test", Map.of("name", "Jörg"), key);
  }

  private String user(Locale locale) {
    return user(locale, UUID.randomUUID() + "@example.org");
  }

  private String user(Locale locale, String email) {
    String name = "u" + UUID.randomUUID().toString().replace("-", "");
    return users
        .create(
            NewUser.person(name, "Name of " + name, email, locale, TestOrganizations.PASSWORD),
            Actor.system("test"))
        .username();
  }

  private static jakarta.mail.Address[] recipients(MimeMessage message) {
    try {
      return message.getAllRecipients();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static MimeMessage read(byte[] bytes) throws jakarta.mail.MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }
}
