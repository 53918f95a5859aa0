package org.countinghouse.bankfiles;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the codes of returns and changes mean (Nacha rules, appendices four and five). */
final class NachaReasons {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("R01", "Insufficient funds"),
          Map.entry("R02", "Account closed"),
          Map.entry("R03", "No account, or unable to locate it"),
          Map.entry("R04", "Invalid account number"),
          Map.entry("R06", "Returned at the request of the originating bank"),
          Map.entry("R07", "Authorization revoked"),
          Map.entry("R08", "Payment stopped"),
          Map.entry("R09", "Uncollected funds"),
          Map.entry("R12", "Account sold to another bank"),
          Map.entry("R13", "Invalid routing number"),
          Map.entry("R14", "Representative payee deceased"),
          Map.entry("R15", "Beneficiary deceased"),
          Map.entry("R16", "Account frozen"),
          Map.entry("R17", "Entry cannot be processed: fields or suspected fraud"),
          Map.entry("R20", "Non-transaction account"),
          Map.entry("R21", "Invalid company identification"),
          Map.entry("R22", "Invalid individual identification"),
          Map.entry("R23", "Credit refused by the receiver"),
          Map.entry("R24", "Duplicate entry"),
          Map.entry("R25", "Error in the addenda"),
          Map.entry("R26", "Error in a mandatory field"),
          Map.entry("R27", "Trace number error"),
          Map.entry("R28", "Routing number check digit error"),
          Map.entry("R29", "Corporate customer advises not authorized"),
          Map.entry("C01", "Incorrect account number"),
          Map.entry("C02", "Incorrect routing number"),
          Map.entry("C03", "Incorrect routing and account number"),
          Map.entry("C04", "Incorrect name"),
          Map.entry("C05", "Incorrect transaction code"),
          Map.entry("C06", "Incorrect account number and transaction code"),
          Map.entry("C07", "Incorrect routing number, account number and transaction code"),
          Map.entry("C09", "Incorrect identification number"));

  private NachaReasons() {}

  /** The meaning of a code; null for one that is not met in practice. */
  static @Nullable String text(String code) {
    return TEXTS.get(code);
  }
}
