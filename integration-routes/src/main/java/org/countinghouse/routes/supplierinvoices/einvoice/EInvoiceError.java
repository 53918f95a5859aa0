package org.countinghouse.routes.supplierinvoices.einvoice;

import org.countinghouse.errors.ErrorCode;

/** What we find in e-invoices ourselves; findings of the official rules carry those rules' ids. */
public enum EInvoiceError implements ErrorCode {
  NOT_READABLE(
      "einvoice.not-readable",
      "The XML cannot be read (%s): ask the sender for a complete file without DOCTYPE."),
  TOO_LARGE(
      "einvoice.too-large",
      "The invoice has %s bytes, at most %s are taken: ask the sender to leave attachments out."),
  NOT_AN_INVOICE(
      "einvoice.not-an-invoice",
      "This is no invoice but <%s> of \"%s\": send UBL 2.1 or CII invoices and credit notes here."),
  VERSION_UNSUPPORTED(
      "einvoice.version-unsupported",
      "%s is an outdated format that EN 16931 replaced: ask the sender for ZUGFeRD 2 / Factur-X"
          + " (profile EN 16931), XRechnung or Peppol BIS."),
  PROFILE_WITHOUT_LINES(
      "einvoice.profile-without-lines",
      "Profile \"%s\" carries no invoice lines and is no invoice by EN 16931: ask the sender for"
          + " profile EN 16931."),
  PROFILE_CHECKED_AS_CORE(
      "einvoice.profile-checked-as-core",
      "There are no rules here for what it claims to follow (\"%s\"); it was checked as plain EN"
          + " 16931."),
  PDF_UNREADABLE(
      "einvoice.pdf-unreadable",
      "The PDF cannot be read (%s): ask the sender for an undamaged, unencrypted file."),
  PDF_WITHOUT_INVOICE(
      "einvoice.pdf-without-invoice",
      "The PDF carries no electronic invoice: ask the sender for ZUGFeRD, Factur-X or XRechnung."),
  VALUE_MISSING(
      "einvoice.value-missing",
      "%s is missing or cannot be used (\"%s\"): ask the sender to correct it."),
  INVOICE_KNOWN(
      "einvoice.invoice-known",
      "Invoice %s of %s is here already (%s), in another file: nothing is paid twice; if it is"
          + " another invoice, ask the supplier for a number of its own."),
  AMOUNT_TOO_LARGE(
      "einvoice.amount-too-large",
      "Amount %s is beyond what is kept (15 digits before the point): ask the sender to check it."),
  RATE_TOO_LARGE(
      "einvoice.rate-too-large",
      "A tax rate of %s percent is not believable: ask the sender to check it."),
  IBAN_CHECK_DIGITS(
      "einvoice.iban-check-digits",
      "Account %s has wrong check digits: do not pay to it before the supplier confirmed it."),
  DUE_BEFORE_ISSUED(
      "einvoice.due-before-issued", "Due on %s, before it was issued on %s: check the due date."),
  LINES_DO_NOT_SUM(
      "einvoice.lines-do-not-sum",
      "Lines, allowances and charges sum to %s, the document says %s: the difference lies within"
          + " what the official rules tolerate."),
  HIDDEN_CHARACTERS(
      "einvoice.hidden-characters",
      "%s contains invisible or direction-changing characters: what you see may not be what it"
          + " says.");

  private final String id;
  private final String text;

  EInvoiceError(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return 422;
  }

  @Override
  public String text() {
    return text;
  }
}
