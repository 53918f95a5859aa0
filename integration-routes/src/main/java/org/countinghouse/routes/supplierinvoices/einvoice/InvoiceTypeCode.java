package org.countinghouse.routes.supplierinvoices.einvoice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What type codes of UNTDID 1001 mean; EN 16931 calls whatever gives no money back an invoice. */
final class InvoiceTypeCode {

  private static final Set<String> CREDITS =
      Set.of(
          "81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");

  /** An invoice for money ahead of the delivery. */
  private static final String PREPAYMENT = "386";

  private InvoiceTypeCode() {}

  static boolean isPrepayment(@Nullable String code) {
    return PREPAYMENT.equals(code);
  }

  static boolean isCredit(String code) {
    return CREDITS.contains(code);
  }
}
