package org.countinghouse.routes.supplierinvoices.einvoice;

import java.util.Arrays;
import java.util.Optional;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/** The two syntaxes of EN 16931; UBL has a root of its own for credit notes. */
enum Syntax {
  UBL_INVOICE(
      "Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "invoice", "ubl") {
    @Override
    @Nullable String customization(XmlNode root) {
      return root.text("CustomizationID");
    }

    @Override
    ReceivedInvoice read(XmlNode root) {
      return new UblReader(root).read();
    }
  },
  UBL_CREDIT_NOTE(
      "CreditNote",
      "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
      "creditnote",
      "ubl-creditnote") {
    @Override
    @Nullable String customization(XmlNode root) {
      return root.text("CustomizationID");
    }

    @Override
    ReceivedInvoice read(XmlNode root) {
      return new UblReader(root).read();
    }
  },
  CII(
      "CrossIndustryInvoice",
      "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
      "cii",
      "cii") {
    @Override
    @Nullable String customization(XmlNode root) {
      return root.text(
          "ExchangedDocumentContext", "GuidelineSpecifiedDocumentContextParameter", "ID");
    }

    @Override
    ReceivedInvoice read(XmlNode root) {
      return new CiiReader(root).read();
    }
  };

  private final String rootName;
  private final String namespace;
  private final String peppolName;
  private final String coreName;

  Syntax(String rootName, String namespace, String peppolName, String coreName) {
    this.rootName = rootName;
    this.namespace = namespace;
    this.peppolName = peppolName;
    this.coreName = coreName;
  }

  /** The syntax of a document with this root, if it is one of ours. */
  static Optional<Syntax> of(XmlNode root) {
    return Arrays.stream(values())
        .filter(syntax -> syntax.rootName.equals(root.name()))
        .filter(syntax -> syntax.namespace.equals(root.namespace()))
        .findFirst();
  }

  /** What the document says it follows (BT-24); null when it says nothing. */
  abstract @Nullable String customization(XmlNode root);

  /**
   * The invoice of a document that passed the rules.
   *
   * @throws UnusableValueException when a value we need is missing all the same
   */
  abstract ReceivedInvoice read(XmlNode root);

  /** How the Peppol rule sets call it. */
  String peppolName() {
    return peppolName;
  }

  /** How the rule sets of EN 16931 itself call it. */
  String coreName() {
    return coreName;
  }

  /** How the XRechnung rule sets call it. */
  String xrechnungName() {
    return this == CII ? "cii" : "ubl-" + peppolName;
  }
}
