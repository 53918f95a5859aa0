package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.BankTransaction;
import org.countinghouse.bankfiles.EntryBatch;
import org.countinghouse.bankfiles.EntryStatus;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a camt message. {@code CdtDbtInd} is the true direction even of a reversal: a
 * reversed debit is CRDT.
 */
final class CamtEntry {

  private static final int NAME_MAX = 30;

  private CamtEntry() {}

  /** Reads the open entry, its transactions piece by piece: a batch may have very many. */
  static BankEntry read(XmlPull xml, int position, @Nullable LocalDate statementDay)
      throws IOException {
    List<BankTransaction> details = new ArrayList<>();
    XmlElement entry =
        xml.element(
            (root, child) -> {
              if (!child.name().equals("TxDtls")) {
                return true;
              }
              details.add(CamtTransaction.of(child, isCredit(root), signed(root)));
              return false;
            });
    LocalDate valueOn = day(entry, "ValDt");
    LocalDate bookedOn = day(entry, "BookgDt");
    if (bookedOn == null) {
      bookedOn = valueOn == null ? statementDay : valueOn;
    }
    if (bookedOn == null) {
      throw BankFileError.MISSING.refusing(entry.place(), "The date of the entry");
    }
    return new BankEntry(
        position,
        signed(entry),
        status(entry),
        isTrue(entry.text("RvslInd")),
        bookedOn,
        valueOn,
        Values.reference(entry.text("AcctSvcrRef")),
        Values.reference(entry.text("NtryRef")),
        code(entry.child("BkTxCd")),
        entry.text("AddtlNtryInf"),
        batch(entry),
        charges(entry),
        details);
  }

  private static Money signed(XmlElement entry) {
    Money amount = amount(required(entry, "Amt"));
    return isCredit(entry) ? amount : amount.negated();
  }

  /** The element of this name, which has to be there. */
  static XmlElement required(XmlElement parent, String name) {
    XmlElement child = parent.child(name);
    if (child == null) {
      throw BankFileError.MISSING.refusing(parent.place(), "Element " + name);
    }
    return child;
  }

  /** An amount element with its currency. */
  static Money amount(XmlElement amount) {
    return Values.amount(amount.text(), CamtStatement.currency(amount), amount.place());
  }

  /** Whether money came in, as the element's indicator says. */
  static boolean isCredit(XmlElement element) {
    XmlElement indicator = required(element, "CdtDbtInd");
    return switch (indicator.text()) {
      case "CRDT" -> true;
      case "DBIT" -> false;
      default ->
          throw BankFileError.VALUE.refusing(
              indicator.place(), Values.shown(indicator.text()), "CRDT or DBIT");
    };
  }

  private static boolean isTrue(@Nullable String text) {
    return "true".equals(text) || "1".equals(text);
  }

  private static EntryStatus status(XmlElement entry) {
    XmlElement status = required(entry, "Sts");
    String code = status.text("Cd");
    String written = code == null ? status.text() : code;
    return switch (written) {
      case "BOOK" -> EntryStatus.BOOKED;
      case "PDNG", "FUTR" -> EntryStatus.PENDING;
      case "INFO" -> EntryStatus.INFORMATION;
      default -> {
        if (status.text("Prtry") == null) {
          throw BankFileError.VALUE.refusing(
              status.place(), Values.shown(written), "the status of an entry");
        }
        // a bank's own word: not booked until it says BOOK
        yield EntryStatus.INFORMATION;
      }
    };
  }

  private static @Nullable LocalDate day(XmlElement entry, String name) {
    String day = entry.text(name, "Dt");
    String written = day == null ? entry.text(name, "DtTm") : day;
    return written == null ? null : Values.day(written, entry.place());
  }

  /** Domain, family and subfamily, else the bank's own code. */
  static @Nullable String code(@Nullable XmlElement code) {
    if (code == null) {
      return null;
    }
    XmlElement domain = code.child("Domn");
    if (domain == null) {
      String own = code.text("Prtry", "Cd");
      return own == null || own.length() <= NAME_MAX ? own : own.substring(0, NAME_MAX);
    }
    StringBuilder joined = new StringBuilder(String.valueOf(domain.text("Cd")));
    String family = domain.text("Fmly", "Cd");
    String below = domain.text("Fmly", "SubFmlyCd");
    if (family != null) {
      joined.append('-').append(family);
    }
    if (below != null) {
      joined.append('-').append(below);
    }
    return joined.toString();
  }

  private static @Nullable EntryBatch batch(XmlElement entry) {
    XmlElement batch = entry.find("NtryDtls", "Btch");
    if (batch == null) {
      return null;
    }
    String count = batch.text("NbOfTxs");
    XmlElement total = batch.child("TtlAmt");
    return new EntryBatch(
        Values.reference(batch.text("MsgId")),
        Values.reference(batch.text("PmtInfId")),
        count == null || !count.matches("[0-9]{1,9}") ? null : Integer.valueOf(count),
        total == null ? null : amount(total));
  }

  /** The records of charges, else their total; credits of charges count against them. */
  static @Nullable Money charges(XmlElement element) {
    List<XmlElement> all = new ArrayList<>();
    element.each(
        "Chrgs",
        charges -> {
          int before = all.size();
          charges.each("Rcrd", all::add);
          if (all.size() == before) {
            all.add(charges);
          }
        });
    Money sum = null;
    for (XmlElement charge : all) {
      XmlElement amount = charge.child("Amt");
      if (amount == null) {
        amount = charge.child("TtlChrgsAndTaxAmt");
      }
      if (amount != null && Values.decimal(amount.text(), amount.place()).signum() != 0) {
        Money part = amount(amount);
        Money signed = "CRDT".equals(charge.text("CdtDbtInd")) ? part.negated() : part;
        sum = sum == null || !sum.currency().equals(signed.currency()) ? signed : sum.plus(signed);
      }
    }
    return sum;
  }

  /** A rate; null when it is none. */
  static @Nullable BigDecimal rate(@Nullable String text) {
    return text == null || !text.matches("[0-9]{1,10}(\\.[0-9]{1,10})?")
        ? null
        : new BigDecimal(text);
  }
}
