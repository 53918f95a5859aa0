package org.countinghouse.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.OrganizationProfiles;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierAddress;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierLanguage;
import org.countinghouse.print.Letter;
import org.countinghouse.print.Letter.Labelled;
import org.countinghouse.print.Pdf;
import org.countinghouse.print.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A remittance advice on paper, in the supplier's language; the account shown by its ends only. */
@Component
class AdvicePrinter {

  private static final String TEMPLATE = "payments/remittance-advice";

  private final Organizations organizations;
  private final OrganizationProfiles profiles;
  private final Documents documents;
  private final Pdf pdf;
  private final Clock clock;

  AdvicePrinter(
      Organizations organizations,
      OrganizationProfiles profiles,
      Documents documents,
      Pdf pdf,
      Clock clock) {
    this.organizations = organizations;
    this.profiles = profiles;
    this.documents = documents;
    this.pdf = pdf;
    this.clock = clock;
  }

  private record Model(
      Letter letter, LocalDate payOn, String account, List<Part> parts, Money total) {}

  private record Part(String number, LocalDate issuedOn, Money amount, @Nullable Money discount) {}

  Document print(Payment payment, Supplier supplier, SupplierContact reader) {
    Organization organization = organizations.byId(payment.organizationId());
    Locale language = SupplierLanguage.of(supplier, reader, organization);
    Map<String, String> words = Templates.words(TEMPLATE, language);
    var letter =
        new Letter(
            profiles.letterhead(organization.id()),
            SupplierAddress.lines(supplier, reader, organization.country()),
            Objects.requireNonNull(words.get("adviceTitle")),
            LocalDate.now(clock.withZone(organization.zone())),
            List.of(
                new Labelled(words.getOrDefault("adviceYourNumber", ""), supplier.number()),
                new Labelled(words.getOrDefault("advicePayment", ""), payment.endToEndId())));
    var model =
        new Model(
            letter,
            payment.payOn(),
            payment.account().masked(),
            payment.parts().stream().map(AdvicePrinter::part).toList(),
            payment.amount());
    return documents.store(
        organization.id(),
        "%s %s.pdf".formatted(words.get("adviceTitle"), payment.endToEndId()),
        "application/pdf",
        pdf.render(TEMPLATE, model, language));
  }

  private static Part part(Payment.Part part) {
    return new Part(
        part.supplierInvoiceNumber(),
        part.issuedOn(),
        part.amount(),
        part.discount().isZero() ? null : part.discount());
  }
}
