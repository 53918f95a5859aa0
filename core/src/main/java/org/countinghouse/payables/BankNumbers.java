package org.countinghouse.payables;

import java.util.UUID;
import org.countinghouse.approvals.Fact;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.secrets.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Account numbers between what documents and people write and what is kept: never in clear. */
@Component
class BankNumbers {

  private final FieldCipher cipher;

  BankNumbers(FieldCipher cipher) {
    this.cipher = cipher;
  }

  String encrypt(UUID organizationId, AccountNumber number) {
    return cipher.encrypt(organizationId, number.value());
  }

  /** As a document states it, right or wrong. */
  String encryptStated(UUID organizationId, PayeeAccount account) {
    return cipher.encrypt(organizationId, AccountNumber.normalized(account.number()));
  }

  String decryptStated(UUID organizationId, String encrypted) {
    return cipher.decrypt(organizationId, encrypted);
  }

  AccountNumber decrypt(UUID organizationId, String encrypted) {
    return AccountNumber.lenient(cipher.decrypt(organizationId, encrypted));
  }

  /** Equal for the same account, however written. */
  String print(UUID organizationId, AccountNumber number) {
    return cipher.fingerprint(organizationId, number.identity());
  }

  /** Readable only at its ends, yet another account never looks the same. */
  Fact fact(String kind, UUID organizationId, AccountNumber number) {
    return Fact.of(kind, print(organizationId, number), number.masked());
  }

  /** What a document states, whatever it looks like. */
  static AccountNumber stated(PayeeAccount account) {
    try {
      return AccountNumber.parse(account.number(), account.bic());
    } catch (BusinessException unusual) {
      return AccountNumber.lenient(account.number());
    }
  }

  /**
   * What a person gives: has to be right.
   *
   * @throws BusinessException {@code bankdetails.*}
   */
  static AccountNumber required(PayeeAccount account) {
    AccountNumber number = AccountNumber.parse(account.number(), account.bic());
    @Nullable String bic = bic(account);
    if (bic != null) {
      new Bic(bic).requireBankOf(number);
    }
    return number;
  }

  /** The BIC, unless the bank is named otherwise: a sort code, a routing number, or not at all. */
  static @Nullable String bic(PayeeAccount account) {
    String bank = account.bic();
    return bank == null || bank.isBlank() || bank.chars().noneMatch(Character::isLetter)
        ? null
        : bank.strip();
  }
}
