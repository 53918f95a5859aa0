package org.countinghouse.routes.supplierinvoices.einvoice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Reading;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.routes.xml.SafeXml;
import org.countinghouse.routes.xml.UnsafeXmlException;
import org.countinghouse.routes.xml.XmlNode;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * From bytes to an invoice, or to everything that is wrong with them. Pure and safe for any number
 * of threads; whatever the bytes are, it answers.
 */
@Component
public class EInvoiceReader {

  private static final int XML_SIZE_MAX = 20 << 20;
  private static final int PDF_SIZE_MAX = 50 << 20;
  private static final int HEAD_LENGTH = 1024;

  private final OfficialRules rules;

  EInvoiceReader(OfficialRules rules) {
    this.rules = rules;
  }

  /** Reads and judges an invoice by the rules of the profile it claims to follow. */
  public Reading<ReceivedInvoice> read(byte[] content) {
    try {
      byte[] xml = xml(content);
      return judge(SafeXml.parse(xml), xml);
    } catch (RefusedException e) {
      return Reading.refused(e.finding());
    } catch (UnsafeXmlException e) {
      return Reading.refused(EInvoiceError.NOT_READABLE.at(e.place(), e.reason()));
    }
  }

  /**
   * Reads what an invoice says without judging it, to show it to people.
   *
   * @return empty when it cannot be read that far
   */
  public Optional<ReceivedInvoice> peek(byte[] content) {
    try {
      XmlNode root = XmlNode.rootOf(SafeXml.parse(xml(content)));
      return Syntax.of(root).map(syntax -> read(syntax, root));
    } catch (RefusedException | UnsafeXmlException | UnusableValueException | BusinessException e) {
      return Optional.empty();
    }
  }

  /** The XML itself, or that inside a PDF. */
  static byte[] xml(byte[] content) throws RefusedException {
    byte[] head = java.util.Arrays.copyOf(content, Math.min(content.length, HEAD_LENGTH));
    boolean pdf = InvoicePdf.isPdf(head);
    int sizeMax = pdf ? PDF_SIZE_MAX : XML_SIZE_MAX;
    if (content.length > sizeMax) {
      throw new RefusedException(EInvoiceError.TOO_LARGE.at("", content.length, sizeMax));
    }
    if (!pdf) {
      return content;
    }
    try {
      return InvoicePdf.find(content, XML_SIZE_MAX)
          .orElseThrow(() -> new RefusedException(EInvoiceError.PDF_WITHOUT_INVOICE.at("")))
          .content();
    } catch (IOException e) {
      throw new RefusedException(
          EInvoiceError.PDF_UNREADABLE.at("", String.valueOf(e.getMessage())));
    }
  }

  private Reading<ReceivedInvoice> judge(Document document, byte[] xml) {
    XmlNode root = XmlNode.rootOf(document);
    Optional<Syntax> syntax = Syntax.of(root);
    if (syntax.isEmpty()) {
      return Reading.refused(notAnInvoice(root));
    }
    Profile profile = Profile.of(syntax.get(), root);
    OfficialRules.Verdict verdict = rules.judge(document, xml, profile.ruleSet());
    List<Finding> errors = new ArrayList<>(profile.errors());
    errors.addAll(verdict.errors());
    List<Finding> warnings = new ArrayList<>(profile.warnings());
    warnings.addAll(verdict.warnings());
    return errors.isEmpty()
        ? usable(syntax.get(), root, warnings)
        : Reading.refused(summaryOfWrong(syntax.get(), root), errors, warnings);
  }

  private static Finding notAnInvoice(XmlNode root) {
    return root.name().equals("CrossIndustryDocument")
        ? EInvoiceError.VERSION_UNSUPPORTED.at(root.path(), "ZUGFeRD 1.0")
        : EInvoiceError.NOT_AN_INVOICE.at(root.path(), root.name(), root.namespace());
  }

  private static Reading<ReceivedInvoice> usable(
      Syntax syntax, XmlNode root, List<Finding> warnings) {
    ReceivedInvoice invoice;
    try {
      invoice = read(syntax, root);
    } catch (UnusableValueException e) {
      return Reading.refused("", List.of(e.finding()), warnings);
    } catch (BusinessException e) {
      var finding = new Finding(e.code().id(), root.path(), String.valueOf(e.getMessage()));
      return Reading.refused("", List.of(finding), warnings);
    }
    var own = new OwnChecks(invoice);
    warnings.addAll(own.warnings());
    return own.errors().isEmpty()
        ? Reading.of(invoice, summary(invoice), warnings)
        : Reading.refused(summary(invoice), own.errors(), warnings);
  }

  private static ReceivedInvoice read(Syntax syntax, XmlNode root) {
    return Signs.normalized(syntax.read(root));
  }

  private static String summaryOfWrong(Syntax syntax, XmlNode root) {
    try {
      return summary(read(syntax, root));
    } catch (UnusableValueException | BusinessException e) {
      return "";
    }
  }

  private static String summary(ReceivedInvoice invoice) {
    String kind = invoice.type() == InvoiceType.CREDIT_NOTE ? "Credit note" : "Invoice";
    return "%s %s of %s, %s"
        .formatted(kind, invoice.number(), invoice.seller().name(), invoice.totals().gross());
  }
}
