package org.countinghouse.payments;

/**
 * What was agreed with the bank of a US account for ACH files.
 *
 * @param destinationName of the bank, at most 23 characters
 * @param origin ten characters the bank gives (immediate origin)
 * @param originName ours, at most 23 characters
 * @param companyId ten characters the bank gives, often {@code 1} and the tax number
 * @param companyName ours as creditors' banks show it, at most 16 characters
 * @param entryDescription what creditors' banks show, at most 10 characters
 * @param balanced whether files end with the debit of our own account
 */
public record AchAgreement(
    String destinationName,
    String origin,
    String originName,
    String companyId,
    String companyName,
    String entryDescription,
    boolean balanced) {

  private static final int NAME_MAX = 23;
  private static final int ID_MAX = 10;
  private static final int COMPANY_MAX = 16;

  /**
   * @throws org.countinghouse.errors.BusinessException {@code payments.settings}
   */
  public AchAgreement {
    require("the bank's name", destinationName, NAME_MAX);
    require("the origin", origin, ID_MAX);
    require("the origin's name", originName, NAME_MAX);
    require("the company's id", companyId, ID_MAX);
    require("the company's name", companyName, COMPANY_MAX);
    require("the description", entryDescription, ID_MAX);
  }

  private static void require(String what, String text, int max) {
    if (text.isBlank() || text.length() > max) {
      throw PaymentsError.SETTINGS.with(what + " has 1 to " + max + " characters");
    }
  }
}
