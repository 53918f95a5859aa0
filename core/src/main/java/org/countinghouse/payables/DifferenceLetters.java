package org.countinghouse.payables;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.notification.Mail;
import org.countinghouse.notification.Mails;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.OrganizationProfiles;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.print.Letter;
import org.countinghouse.print.Letter.Labelled;
import org.countinghouse.print.Pdf;
import org.countinghouse.print.Templates;
import org.springframework.stereotype.Component;

/**
 * The letter of the difference: tells the supplier, by the contact known before, that its bank
 * account with us was changed, from which day on we pay there, and to call if nobody asked for it.
 *
 * <p>Mailed to every contact in force within {@value #LOOK_BACK_DAYS} days before the change was
 * asked for, so that a thief who changes the contact first still warns his victim. Where no mail
 * address is known, the letter goes to the folder {@code supplier-letters} to be printed and
 * posted.
 */
@Component
class DifferenceLetters {

  static final String CHANNEL = "supplier-letters";

  private static final int LOOK_BACK_DAYS = 90;
  private static final String TEMPLATE = "payables/bank-details-changed";
  private static final String PDF = "application/pdf";

  private final SupplierMapper mapper;
  private final SupplierContacts contacts;
  private final Organizations organizations;
  private final OrganizationProfiles profiles;
  private final Pdf pdf;
  private final Documents documents;
  private final Mails mails;
  private final Outbox outbox;
  private final Clock clock;

  DifferenceLetters(
      SupplierMapper mapper,
      SupplierContacts contacts,
      Organizations organizations,
      OrganizationProfiles profiles,
      Pdf pdf,
      Documents documents,
      Mails mails,
      Outbox outbox,
      Clock clock) {
    this.mapper = mapper;
    this.contacts = contacts;
    this.organizations = organizations;
    this.profiles = profiles;
    this.pdf = pdf;
    this.documents = documents;
    this.mails = mails;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What the templates know. */
  private record Model(
      Letter letter, List<String> before, String after, LocalDate usableFrom, boolean replaces) {}

  /** Writes, keeps and sends the letter. */
  void write(
      SupplierChange change,
      Supplier supplier,
      List<SupplierAccount> before,
      SupplierAccount after,
      Instant usableFrom) {
    Organization organization = organizations.byId(change.organizationId());
    List<SupplierContact> readers = knownBefore(change);
    SupplierContact reader = readers.isEmpty() ? SupplierContact.NONE : readers.get(0);
    Locale language = SupplierLanguage.of(supplier, reader, organization);
    Map<String, String> words = Templates.words(TEMPLATE, language);
    LocalDate usable = LocalDate.ofInstant(usableFrom, organization.zone());
    var model =
        new Model(
            letter(change, supplier, reader, organization, words),
            before.stream().map(SupplierAccount::masked).toList(),
            after.masked(),
            usable,
            change.replaces());
    Document document =
        documents.store(
            organization.id(),
            "%s %s.pdf".formatted(words.get("bankDetailsChanged"), change.number()),
            PDF,
            pdf.render(TEMPLATE, model, language));
    mapper.updateLetter(change.id(), document.id());
    send(change, supplier, readers, document, model, language);
  }

  private void send(
      SupplierChange change,
      Supplier supplier,
      List<SupplierContact> readers,
      Document document,
      Model model,
      Locale language) {
    List<String> addresses =
        readers.stream().map(SupplierContact::email).filter(Objects::nonNull).distinct().toList();
    if (addresses.isEmpty()) {
      outbox.send(change.organizationId(), CHANNEL, document.name(), document.id());
      return;
    }
    mails.send(
        new Mail(
            change.organizationId(),
            addresses,
            TEMPLATE,
            Map.of(
                "supplier", supplier.name(),
                "change", change.number(),
                "account", model.after(),
                "usableFrom", SupplierLanguage.day(model.usableFrom(), language)),
            List.of(document.id()),
            TEMPLATE + "/" + change.id(),
            language));
  }

  /** The contacts in force in the weeks before the change was asked for, the latest first. */
  private List<SupplierContact> knownBefore(SupplierChange change) {
    Instant asked = change.requestedAt();
    Instant from = asked.minus(Duration.ofDays(LOOK_BACK_DAYS));
    List<SupplierContact> known = new ArrayList<>();
    for (SupplierContact.Dated contact : contacts.history(change.supplierId())) {
      if (contact.setAt().isAfter(asked)) {
        continue;
      }
      known.add(contact.contact());
      if (contact.setAt().isBefore(from)) {
        break; // in force when the look-back begins; those before it were not
      }
    }
    return known;
  }

  private Letter letter(
      SupplierChange change,
      Supplier supplier,
      SupplierContact reader,
      Organization organization,
      Map<String, String> words) {
    return new Letter(
        profiles.letterhead(organization.id()),
        SupplierAddress.lines(supplier, reader, organization.country()),
        Objects.requireNonNull(words.get("bankDetailsTitle")),
        LocalDate.now(clock.withZone(organization.zone())),
        Stream.of(
                Map.entry("yourNumber", supplier.number()),
                Map.entry("ourReference", change.number()))
            .map(fact -> new Labelled(words.getOrDefault(fact.getKey(), ""), fact.getValue()))
            .toList());
  }
}
