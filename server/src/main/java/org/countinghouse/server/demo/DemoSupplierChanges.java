package org.countinghouse.server.demo;

import java.util.List;
import java.util.Locale;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Party.Endpoint;
import org.countinghouse.payables.Party.PostalAddress;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierBlocks;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Suppliers in the states people meet: one to be completed, one whose new bank account waits for
 * its second person, one that is blocked. Invented, with identifiers whose check digits hold.
 */
@Component
@Profile("demo")
class DemoSupplierChanges {

  private static final Actor CLERK = Actor.of("ap-clerk");
  private static final Actor CONTROLLER = Actor.of("controller");
  private static final Actor BUYER = Actor.of("buyer");

  private final Suppliers suppliers;
  private final SupplierChanges changes;
  private final SupplierBlocks blocks;
  private final TransactionTemplate transaction;

  DemoSupplierChanges(
      Suppliers suppliers,
      SupplierChanges changes,
      SupplierBlocks blocks,
      TransactionTemplate transaction) {
    this.suppliers = suppliers;
    this.changes = changes;
    this.blocks = blocks;
    this.transaction = transaction;
  }

  /** Leaves work for the ap-clerk and the controller. */
  void ask(Organization company) {
    transaction.executeWithoutResult(
        status -> {
          Supplier printer =
              known(company, "Altona Druck KG", "DE281440921", "DE02120300000000202051");
          changes.replaceAccounts(
              printer,
              PayeeAccount.of("DE02500105170137075030"),
              "Letter of the supplier: it changed its bank",
              CLERK);
          Supplier cleaner =
              known(company, "Weser Reinigung GmbH", "DE309177256", "DE02100500000054540402");
          blocks.block(cleaner.id(), "Insolvency announced by the court", CONTROLLER);
          suppliers.enter(
              company.id(),
              new NewSupplier(
                  party("Hafen Logistik GmbH", "DE813407650"),
                  SupplierTerms.DEFAULT,
                  List.of(PayeeAccount.of("DE02300209000106531065"))),
              new SupplierContact(
                  "Frau Petersen", "petersen@hafen-logistik.example", "+49 40 555 0123", "de"),
              "Framework agreement for the harbour's transports",
              BUYER);
        });
  }

  private Supplier known(Organization company, String name, String vatId, String iban) {
    return suppliers.adopt(
        company.id(),
        new NewSupplier(party(name, vatId), SupplierTerms.DEFAULT, List.of(PayeeAccount.of(iban))),
        CLERK,
        CONTROLLER);
  }

  private static Party party(String name, String vatId) {
    String mail = "post@" + name.split(" ")[0].toLowerCase(Locale.ROOT) + ".example";
    return new Party(
        name,
        vatId,
        null,
        null,
        new Endpoint("EM", mail),
        new PostalAddress("Am Kai 7", null, "Hamburg", "20457", "DE"));
  }
}
