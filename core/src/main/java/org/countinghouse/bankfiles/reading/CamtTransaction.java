package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.bankfiles.BankTransaction;
import org.countinghouse.bankfiles.StatusReason;
import org.countinghouse.bankfiles.TransactionReferences;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** A transaction behind an entry of a camt message. */
final class CamtTransaction {

  private static final List<String> AMOUNTS = List.of("InstdAmt", "CntrValAmt", "TxAmt");

  private CamtTransaction() {}

  static BankTransaction of(XmlElement details, boolean entryIsCredit, Money entryAmount) {
    // from version 3 on, a transaction may go against its entry (a fee among credits)
    boolean credit =
        details.child("CdtDbtInd") == null ? entryIsCredit : CamtEntry.isCredit(details);
    Money amount = amount(details);
    return new BankTransaction(
        amount == null || credit ? amount : amount.negated(),
        references(details),
        CamtParties.counterparty(details, credit),
        remittance(details),
        structured(details),
        CamtEntry.charges(details),
        original(details, entryAmount),
        rate(details),
        returned(details),
        CamtEntry.code(details.child("BkTxCd")));
  }

  /** Its amount: stated since version 3, before only among the amount details. */
  private static @Nullable Money amount(XmlElement details) {
    XmlElement amount = details.child("Amt");
    if (amount == null) {
      amount = details.find("AmtDtls", "TxAmt", "Amt");
    }
    return amount == null ? null : CamtEntry.amount(amount);
  }

  private static TransactionReferences references(XmlElement details) {
    XmlElement references = details.child("Refs");
    if (references == null) {
      return TransactionReferences.NONE;
    }
    String uetr = references.text("UETR");
    return new TransactionReferences(
        Values.reference(references.text("EndToEndId")),
        Values.reference(references.text("InstrId")),
        Values.reference(references.text("MsgId")),
        Values.reference(references.text("PmtInfId")),
        Values.reference(references.text("AcctSvcrRef")),
        uetr == null ? Values.reference(references.text("TxId")) : uetr,
        Values.reference(references.text("MndtId")));
  }

  private static @Nullable String remittance(XmlElement details) {
    StringBuilder joined = new StringBuilder();
    XmlElement remittance = details.child("RmtInf");
    if (remittance != null) {
      remittance.each("Ustrd", text -> join(joined, text.text()));
      remittance.each("Strd", text -> text.each("AddtlRmtInf", more -> join(joined, more.text())));
    }
    String more = details.text("AddtlTxInf");
    if (joined.isEmpty() && more != null) {
      joined.append(more);
    }
    return Values.present(joined.toString());
  }

  private static void join(StringBuilder joined, String text) {
    if (!text.isEmpty()) {
      joined.append(joined.isEmpty() ? "" : " ").append(text);
    }
  }

  private static List<String> structured(XmlElement details) {
    XmlElement remittance = details.child("RmtInf");
    if (remittance == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    remittance.each(
        "Strd",
        each -> {
          String reference = each.text("CdtrRefInf", "Ref");
          if (reference != null) {
            found.add(reference);
          }
          each.each(
              "RfrdDocInf",
              document -> {
                String number = document.text("Nb");
                if (number != null) {
                  found.add(number);
                }
              });
        });
    return found;
  }

  /** What was instructed, when that is another currency than what was booked. */
  private static @Nullable Money original(XmlElement details, Money booked) {
    for (String name : AMOUNTS) {
      XmlElement amount = details.find("AmtDtls", name, "Amt");
      if (amount != null && !booked.currency().getCurrencyCode().equals(amount.currency())) {
        return CamtEntry.amount(amount);
      }
    }
    return null;
  }

  private static @Nullable BigDecimal rate(XmlElement details) {
    for (String name : AMOUNTS) {
      BigDecimal rate = CamtEntry.rate(details.text("AmtDtls", name, "CcyXchg", "XchgRate"));
      if (rate != null) {
        return rate;
      }
    }
    return null;
  }

  private static @Nullable StatusReason returned(XmlElement details) {
    XmlElement returned = details.child("RtrInf");
    if (returned == null) {
      return null;
    }
    String code = returned.text("Rsn", "Cd");
    String own = code == null ? returned.text("Rsn", "Prtry") : code;
    return new StatusReason(own == null ? "" : own, returned.text("AddtlInf"));
  }
}
