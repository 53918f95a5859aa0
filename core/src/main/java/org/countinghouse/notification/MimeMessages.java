package org.countinghouse.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** Mails as they travel (RFC 5322, MIME): plain text, the same set in HTML, attachments. */
@Component
class MimeMessages {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Documents documents;
  private final Organizations organizations;
  private final MailMapper mapper;
  private final MailProperties properties;

  MimeMessages(
      Documents documents,
      Organizations organizations,
      MailMapper mapper,
      MailProperties properties) {
    this.documents = documents;
    this.organizations = organizations;
    this.mapper = mapper;
    this.properties = properties;
  }

  /** A message that keeps the id it has: who gets it twice can tell. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@countinghouse>");
    }
  }

  /**
   * The message of a queued mail.
   *
   * @throws MessagingException when an address is none
   */
  MimeMessage of(QueuedMail mail) throws MessagingException {
    Session session = Session.getInstance(new Properties());
    var message = new Identified(session, mail.id().toString());
    message.setFrom(from(mail));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(mail.queuedAt()));
    // RFC 3834: no answering machine answers this
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", mail.language());
    MimeMultipart text = text(mail);
    List<UUID> attached = mapper.listAttachments(mail.id());
    if (attached.isEmpty()) {
      message.setContent(text);
    } else {
      var mixed = new MimeMultipart("mixed");
      var first = new MimeBodyPart();
      first.setContent(text);
      mixed.addBodyPart(first);
      for (UUID id : attached) {
        mixed.addBodyPart(attachment(id));
      }
      message.setContent(mixed);
    }
    message.saveChanges();
    return message;
  }

  private InternetAddress from(QueuedMail mail) throws MessagingException {
    try {
      return new InternetAddress(
          properties.from(), organizations.byId(mail.organizationId()).name(), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  private static MimeMultipart text(QueuedMail mail) throws MessagingException {
    var plain = new MimeBodyPart();
    plain.setText(mail.body(), UTF_8);
    var html = new MimeBodyPart();
    html.setContent(html(mail), "text/html; charset=UTF-8");
    var both = new MimeMultipart("alternative");
    both.addBodyPart(plain);
    both.addBodyPart(html);
    return both;
  }

  private MimeBodyPart attachment(UUID id) throws MessagingException {
    Document document = documents.get(id);
    var part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(documents.bytes(id), document.mediaType())));
    part.setFileName(document.name());
    part.setDisposition(MimeBodyPart.ATTACHMENT);
    return part;
  }

  /** The same words: paragraphs where the text has empty lines, addresses as links. */
  static String html(QueuedMail mail) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : mail.body().strip().split("\n\\s*\n")) {
      paragraphs.add("<p style=\"margin:0 0 1em\">" + inline(paragraph) + "</p>");
    }
    return """
    <!DOCTYPE html>
    <html lang="%s"><head><meta charset="UTF-8"><title>%s</title></head>
    <body style="font-family:sans-serif;font-size:15px;line-height:1.45;color:#1d2733;max-width:40em">
    %s
    </body></html>
    """
        .formatted(
            Locale.forLanguageTag(mail.language()).getLanguage(),
            escape(mail.subject()),
            String.join("\n", paragraphs));
  }

  private static String inline(String text) {
    var html = new StringBuilder();
    Matcher links = LINK.matcher(text);
    int from = 0;
    while (links.find()) {
      String address = escape(links.group());
      html.append(lines(text.substring(from, links.start())));
      html.append("<a href=\"%s\">%s</a>".formatted(address, address));
      from = links.end();
    }
    return html.append(lines(text.substring(from))).toString();
  }

  private static String lines(String text) {
    return escape(text).replace("\n", "<br>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
