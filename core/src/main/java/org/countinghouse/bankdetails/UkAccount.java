package org.countinghouse.bankdetails;

import java.util.regex.Pattern;
import org.countinghouse.errors.BusinessException;

/**
 * A British account. Whether account and sort code fit each other only the banks' own table says
 * (modulus checking, changed several times a year): not checked here, but by Confirmation of Payee
 * when money is sent.
 *
 * @param sortCode of the branch: six digits
 * @param account eight digits; shorter ones get zeros in front, as the banks do
 */
public record UkAccount(String sortCode, String account) implements AccountNumber {

  static final int SORT_CODE_DIGITS = 6;

  private static final int ACCOUNT_DIGITS = 8;
  private static final Pattern SORT_CODE = Pattern.compile("[0-9]{6}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{6,8}");

  /**
   * @throws BusinessException {@code bankdetails.account-form}
   */
  public UkAccount {
    sortCode = AccountTexts.plain(sortCode);
    account = AccountTexts.plain(account);
    if (!SORT_CODE.matcher(sortCode).matches() || !ACCOUNT.matcher(account).matches()) {
      throw BankDetailsError.ACCOUNT_FORM.with(
          AccountTexts.masked(account),
          "the United Kingdom",
          "a sort code of six digits and an account of eight");
    }
    account = "0".repeat(ACCOUNT_DIGITS - account.length()) + account;
  }

  /** As on paper: {@code 20-00-00}. */
  public String printedSortCode() {
    return "%s-%s-%s"
        .formatted(sortCode.substring(0, 2), sortCode.substring(2, 4), sortCode.substring(4));
  }

  @Override
  public String value() {
    return sortCode + "/" + account;
  }

  /** The sort code names the branch only. */
  @Override
  public String masked() {
    return sortCode + "/" + AccountTexts.lastOf(account);
  }

  @Override
  public String country() {
    return "GB";
  }

  @Override
  public String toString() {
    return masked();
  }
}
