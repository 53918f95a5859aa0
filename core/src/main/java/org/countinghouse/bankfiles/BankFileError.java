package org.countinghouse.bankfiles;

import java.util.List;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.ErrorCode;

/** What is wrong with a file from or for a bank. Ids are API: never reuse one. */
public enum BankFileError implements ErrorCode {
  NOT_READABLE(
      "bankfiles.not-readable", 422, "The file cannot be read: %s. Ask the bank to send it again."),
  FORMAT_UNKNOWN(
      "bankfiles.format-unknown",
      422,
      "%s is none of the formats taken here: send camt.052/053/054, MT940/942, BAI2, OFX or CSV."),
  EMPTY("bankfiles.empty", 422, "There is no %s in the file: ask the bank for a complete one."),
  TRUNCATED(
      "bankfiles.truncated", 422, "The file ends before its %s: ask the bank to send it again."),
  VALUE(
      "bankfiles.value",
      422,
      "'%s' cannot be read as %s: have the sender correct it, it is not guessed."),
  MISSING("bankfiles.missing", 422, "%s is missing: have the sender add it."),
  RECORD(
      "bankfiles.record", 422, "Record '%s' cannot stand here: ask the sender for a correct file."),
  TOO_LONG("bankfiles.too-long", 422, "%s is longer than %s: have the sender shorten it."),
  AMBIGUOUS(
      "bankfiles.ambiguous",
      422,
      "'%s' can be read in two ways as %s: export the file with an unambiguous format."),
  COLUMN("bankfiles.column", 422, "The table has no column for %s; it has: %s."),
  CONTROL_TOTAL(
      "bankfiles.control-total",
      422,
      "%s is %s by the file's own statement, but its content gives %s: do not use the file, ask the"
          + " sender."),

  NO_ACCOUNT(
      "bankfiles.no-account",
      422,
      "Statement %s does not say which account it is of: name the file after the account."),
  DOES_NOT_TIE(
      "bankfiles.does-not-tie",
      422,
      "Statement %s does not add up: opening %s and entries of %s give %s, its closing balance is"
          + " %s. Ask the bank for a correct one."),
  NO_CLOSING(
      "bankfiles.no-closing-balance",
      422,
      "Statement %s has no closing balance: it cannot be checked; ask the bank for a complete"
          + " one."),
  OTHER_CURRENCY(
      "bankfiles.other-currency",
      422,
      "Entry %s is in %s, the account in %s: ask the bank what it booked."),
  REPEATED("bankfiles.repeated", 422, "%s stands twice in statement %s: ask the bank which holds."),

  FILE_INVALID(
      "bankfiles.file-invalid", 422, "Payment file %s cannot be sent, %s findings; the first: %s"),
  ID_INVALID(
      "bankfiles.id-invalid",
      422,
      "%s '%s' cannot be sent: use 1 to %s letters, digits and / - ? : ( ) . , ' +, no slash at"
          + " either end and no two in a row."),
  ID_TWICE(
      "bankfiles.id-twice",
      422,
      "End-to-end id %s stands twice: a payment might be made twice; give each its own."),
  AMOUNT_INVALID(
      "bankfiles.amount-invalid",
      422,
      "%s cannot be paid: an amount is more than zero, at most %s, with the currency's decimals."),
  ACCOUNT_INVALID(
      "bankfiles.account-invalid",
      422,
      "%s is no account that can be paid by %s: correct the account number."),
  CURRENCY_INVALID(
      "bankfiles.currency-invalid", 422, "%s pays in %s only, not in %s: use another scheme."),
  TEXT_INVALID(
      "bankfiles.text-invalid", 422, "%s must have 1 to %s characters that a bank can read."),
  COUNTRY_INVALID(
      "bankfiles.country-invalid",
      422,
      "%s is outside the countries %s reaches: pay by a cross-border transfer."),
  ADDRESS_MISSING(
      "bankfiles.address-missing",
      422,
      "To pay %s across borders its address (town and country) must be known: complete it."),
  BANK_MISSING(
      "bankfiles.bank-missing",
      422,
      "To pay %s across borders the BIC of its bank must be known: complete it."),
  REFERENCE_INVALID(
      "bankfiles.reference-invalid",
      422,
      "Creditor reference %s has wrong check digits (ISO 11649): correct it or send it as text."),
  DAY_INVALID("bankfiles.day-invalid", 422, "%s is no banking day of %s: execute on %s instead."),
  EMPTY_BATCH("bankfiles.empty-batch", 422, "%s has no payments: leave it out."),
  ROUTING_INVALID(
      "bankfiles.routing-invalid", 422, "%s is no ABA routing number: its check digit is wrong."),
  SEC_UNSUPPORTED(
      "bankfiles.sec-unsupported",
      422,
      "Batches of class %s are not taken here: only CCD, PPD and CTX are.");

  private final String id;
  private final int httpStatus;
  private final String text;

  BankFileError(String id, int httpStatus, String text) {
    this.id = id;
    this.httpStatus = httpStatus;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String text() {
    return text;
  }

  /** The exception that ends the reading of a file, with this one finding. */
  public BusinessException refusing(String place, Object... details) {
    return withFindings(List.of(at(place, details)), details);
  }
}
