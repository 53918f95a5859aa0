package org.countinghouse.routes.supplierinvoices.einvoice;

import java.util.Set;

/** Type codes of UNTDID 1001 that give money back; EN 16931 calls every other one an invoice. */
final class InvoiceTypeCode {

  private static final Set<String> CREDITS =
      Set.of(
          "81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");

  private InvoiceTypeCode() {}

  static boolean isCredit(String code) {
    return CREDITS.contains(code);
  }
}
