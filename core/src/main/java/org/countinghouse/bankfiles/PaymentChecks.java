package org.countinghouse.bankfiles;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Iban;
import org.countinghouse.bankdetails.OtherAccount;
import org.countinghouse.bankdetails.UkAccount;
import org.countinghouse.bankdetails.UsAccount;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a schema lets pass and a bank does not: the EPC's SEPA rules, those of British and
 * cross-border payments (CGI-MP), the Nacha rules. Everything is found at once; texts show accounts
 * by their mask.
 */
public final class PaymentChecks {

  /** ISO 20022 Max35Text: ids of files, batches and payments. */
  public static final int ID_LENGTH = 35;

  /** ISO 20022 Max140Text: unstructured remittance. */
  public static final int REMITTANCE_LENGTH = 140;

  /** What an ACH addendum carries. */
  public static final int ACH_REMITTANCE_LENGTH = 80;

  /** The EPC's limit of a SEPA transfer. */
  private static final BigDecimal AMOUNT_MAX = new BigDecimal("999999999.99");

  /** Ten digits of cents. */
  private static final BigDecimal ACH_AMOUNT_MAX = new BigDecimal("99999999.99");

  private static final int NAME_LENGTH = 70;

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> endToEndIds = new HashSet<>();

  private PaymentChecks() {}

  /** Everything that is wrong with a file; empty when it can be sent. */
  public static List<Finding> check(PaymentFile file) {
    var checks = new PaymentChecks();
    checks.file(file);
    return List.copyOf(checks.findings);
  }

  private void file(PaymentFile file) {
    id("file", "Message id", file.id());
    name("file", "The initiator's name", file.initiator());
    if (file.batches().isEmpty()) {
      found(BankFileError.EMPTY_BATCH, "file", "The file");
    }
    Set<String> batchIds = new HashSet<>();
    for (PaymentBatch batch : file.batches()) {
      if (!batchIds.add(batch.id())) {
        found(BankFileError.REPEATED, "batch " + batch.id(), "Batch " + batch.id(), file.id());
      }
      batch(batch);
    }
  }

  private void batch(PaymentBatch batch) {
    String place = "batch " + batch.id();
    id(place, "Batch id", batch.id());
    name(place, "The payer's name", batch.debtor().name());
    if (!isDebtorAccount(batch.scheme(), batch.account())) {
      found(BankFileError.ACCOUNT_INVALID, place, batch.account().masked(), batch.scheme());
    }
    if (!BankingDays.isBankingDay(batch.scheme(), batch.executeOn())) {
      found(
          BankFileError.DAY_INVALID,
          place,
          batch.executeOn(),
          batch.scheme(),
          BankingDays.from(batch.scheme(), batch.executeOn()));
    }
    if (batch.transfers().isEmpty()) {
      found(BankFileError.EMPTY_BATCH, place, "Batch " + batch.id());
    }
    for (CreditTransfer transfer : batch.transfers()) {
      transfer(batch.scheme(), transfer);
    }
  }

  private void transfer(PaymentScheme scheme, CreditTransfer transfer) {
    String place = "payment " + transfer.endToEndId();
    id(place, "End-to-end id", transfer.endToEndId());
    if (transfer.instructionId() != null) {
      id(place, "Instruction id", transfer.instructionId());
    }
    if (!endToEndIds.add(transfer.endToEndId())) {
      found(BankFileError.ID_TWICE, place, transfer.endToEndId());
    }
    amount(scheme, transfer.amount(), place);
    name(place, "The creditor's name", transfer.creditor().name());
    account(scheme, transfer, place);
    remittance(scheme, transfer, place);
  }

  private void amount(PaymentScheme scheme, Money amount, String place) {
    BigDecimal max = scheme.isAch() ? ACH_AMOUNT_MAX : AMOUNT_MAX;
    if (amount.isZero() || amount.isNegative() || amount.amount().compareTo(max) > 0) {
      found(BankFileError.AMOUNT_INVALID, place, amount, max.toPlainString());
    }
    String only =
        switch (scheme) {
          case SEPA -> "EUR";
          case GB_DOMESTIC -> "GBP";
          case ACH_CCD, ACH_PPD -> "USD";
          case CROSS_BORDER -> amount.currency().getCurrencyCode();
        };
    if (!amount.currency().getCurrencyCode().equals(only)) {
      found(BankFileError.CURRENCY_INVALID, place, scheme, only, amount.currency());
    }
  }

  private void account(PaymentScheme scheme, CreditTransfer transfer, String place) {
    AccountNumber account = transfer.account();
    boolean reached =
        switch (scheme) {
          case SEPA -> account instanceof Iban;
          case GB_DOMESTIC -> account instanceof UkAccount || isBritish(account);
          case ACH_CCD, ACH_PPD -> account instanceof UsAccount;
          case CROSS_BORDER ->
              !account.country().equals(OtherAccount.UNKNOWN_COUNTRY)
                  && !(account instanceof UkAccount && transfer.bank() == null);
        };
    if (!reached) {
      found(BankFileError.ACCOUNT_INVALID, place, account.masked(), scheme);
    } else if (scheme == PaymentScheme.SEPA && !SepaCountries.contains(account.country())) {
      found(BankFileError.COUNTRY_INVALID, place, account.country(), scheme);
    }
    if (scheme == PaymentScheme.CROSS_BORDER) {
      crossBorder(transfer, place);
    }
  }

  /** CBPR+: the payee's town and country, and a bank that can be found. */
  private void crossBorder(CreditTransfer transfer, String place) {
    PostalAddress address = transfer.creditor().address();
    String town = address == null ? null : address.town();
    if (address == null || town == null || town.isBlank() || !isCountry(address.country())) {
      found(BankFileError.ADDRESS_MISSING, place, transfer.creditor().name());
    }
    // a US account names its bank by the routing number
    if (transfer.bank() == null && !(transfer.account() instanceof UsAccount)) {
      found(BankFileError.BANK_MISSING, place, transfer.creditor().name());
    }
  }

  private static boolean isCountry(String code) {
    return code.matches("[A-Z]{2}");
  }

  private void remittance(PaymentScheme scheme, CreditTransfer transfer, String place) {
    String reference = transfer.creditorReference();
    if (reference != null && !CreditorReference.isValid(reference)) {
      found(BankFileError.REFERENCE_INVALID, place, reference);
    }
    int max = scheme.isAch() ? ACH_REMITTANCE_LENGTH : REMITTANCE_LENGTH;
    String text = transfer.remittance();
    if (text != null && BankText.plain(text).length() > max) {
      found(BankFileError.TOO_LONG, place, "The remittance text", max + " characters");
    }
    code(transfer.purpose(), place);
  }

  private void code(@Nullable String purpose, String place) {
    if (purpose != null && !purpose.matches("[A-Z0-9]{1,4}")) {
      found(BankFileError.VALUE, place, purpose, "a purpose code");
    }
  }

  private static boolean isDebtorAccount(PaymentScheme scheme, AccountNumber account) {
    return switch (scheme) {
      case SEPA -> account instanceof Iban && SepaCountries.contains(account.country());
      case GB_DOMESTIC -> account instanceof UkAccount || isBritish(account);
      case ACH_CCD, ACH_PPD -> account instanceof UsAccount;
      case CROSS_BORDER -> true;
    };
  }

  private static boolean isBritish(AccountNumber account) {
    return account instanceof Iban && account.country().equals("GB");
  }

  private void id(String place, String what, String id) {
    if (!BankText.isId(id, ID_LENGTH)) {
      found(BankFileError.ID_INVALID, place, what, id, ID_LENGTH);
    }
  }

  private void name(String place, String what, String name) {
    if (!BankText.isReadable(name)) {
      found(BankFileError.TEXT_INVALID, place, what, NAME_LENGTH);
    }
  }

  private void found(BankFileError error, String place, Object... details) {
    findings.add(error.at(place, details));
  }
}
