package org.countinghouse.bankfiles.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.bankdetails.Iban;
import org.countinghouse.bankdetails.OtherAccount;
import org.countinghouse.bankdetails.UkAccount;
import org.countinghouse.bankdetails.UsAccount;
import org.countinghouse.bankfiles.BankText;
import org.countinghouse.bankfiles.CreditTransfer;
import org.countinghouse.bankfiles.PaymentBatch;
import org.countinghouse.bankfiles.PaymentFile;
import org.countinghouse.bankfiles.PaymentParty;
import org.countinghouse.bankfiles.PaymentScheme;
import org.countinghouse.bankfiles.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Writes pain.001.001.09, element by element in the order of its schema. */
public final class Pain001Writer {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

  /** Always with seconds, which the schema asks for. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  /** SEPA and British clearing carry 70; the schema would take 140. */
  private static final int NAME_LENGTH = 70;

  private static final int STREET_LENGTH = 70;
  private static final int TOWN_LENGTH = 35;
  private static final int CODE_LENGTH = 16;

  private final XmlWriter xml;

  /** Begins a file. */
  public Pain001Writer(OutputStream out) throws IOException {
    xml = new XmlWriter(out);
  }

  /** Writes a file that was checked. */
  public void write(PaymentFile file) throws IOException {
    xml.root("Document", NAMESPACE).open("CstmrCdtTrfInitn").line();
    xml.open("GrpHdr")
        .text("MsgId", file.id())
        .text("CreDtTm", MOMENT.format(file.createdAt()))
        .text("NbOfTxs", String.valueOf(file.count()))
        .text("CtrlSum", file.controlSum().toPlainString())
        .open("InitgPty")
        .text("Nm", BankText.plain(file.initiator(), NAME_LENGTH))
        .close(2)
        .line();
    for (PaymentBatch batch : file.batches()) {
      batch(batch);
    }
    xml.end();
  }

  private void batch(PaymentBatch batch) throws IOException {
    xml.open("PmtInf")
        .text("PmtInfId", batch.id())
        .text("PmtMtd", "TRF")
        .text("BtchBookg", String.valueOf(batch.bookedAsOne()))
        .text("NbOfTxs", String.valueOf(batch.transfers().size()))
        .text("CtrlSum", batch.controlSum().toPlainString());
    xml.open("PmtTpInf", "SvcLvl").text("Cd", serviceLevel(batch)).close(1);
    if (batch.categoryPurpose() != null) {
      xml.open("CtgyPurp").text("Cd", batch.categoryPurpose()).close(1);
    }
    xml.close(1).open("ReqdExctnDt").text("Dt", batch.executeOn().toString()).close(1);
    party("Dbtr", batch.debtor());
    account("DbtrAcct", batch.account());
    agent("DbtrAgt", batch.bank(), batch.account(), true);
    xml.text("ChrgBr", batch.scheme() == PaymentScheme.SEPA ? "SLEV" : chargeBearer(batch)).line();
    for (CreditTransfer transfer : batch.transfers()) {
      transfer(batch.scheme(), transfer);
    }
    xml.close(1).line();
  }

  private static String chargeBearer(PaymentBatch batch) {
    // "as the scheme rules" means nothing where no scheme does
    boolean ruled = batch.charges() == org.countinghouse.bankfiles.ChargeBearer.SLEV;
    return ruled ? "SHAR" : batch.charges().name();
  }

  private static String serviceLevel(PaymentBatch batch) {
    if (batch.scheme() == PaymentScheme.SEPA) {
      return "SEPA";
    }
    return batch.urgent() ? "URGP" : "NURG";
  }

  private void transfer(PaymentScheme scheme, CreditTransfer transfer) throws IOException {
    xml.open("CdtTrfTxInf", "PmtId")
        .text("InstrId", transfer.instructionId())
        .text("EndToEndId", transfer.endToEndId())
        .close(1);
    xml.open("Amt")
        .amount(
            "InstdAmt",
            transfer.amount().amount().toPlainString(),
            transfer.amount().currency().getCurrencyCode())
        .close(1);
    AccountNumber account = account(scheme, transfer.account());
    agent("CdtrAgt", transfer.bank(), account, false);
    party("Cdtr", transfer.creditor());
    account("CdtrAcct", account);
    if (transfer.purpose() != null) {
      xml.open("Purp").text("Cd", transfer.purpose()).close(1);
    }
    remittance(transfer);
    xml.close(1).line();
  }

  /** British clearing goes by sort code, even where the supplier gave an IBAN. */
  private static AccountNumber account(PaymentScheme scheme, AccountNumber account) {
    return scheme == PaymentScheme.GB_DOMESTIC && account instanceof Iban iban
        ? iban.ukAccount().map(AccountNumber.class::cast).orElse(iban)
        : account;
  }

  /** A structured reference replaces the text: SEPA takes one of both. */
  private void remittance(CreditTransfer transfer) throws IOException {
    if (transfer.creditorReference() != null) {
      xml.open("RmtInf", "Strd", "CdtrRefInf", "Tp", "CdOrPrtry")
          .text("Cd", "SCOR")
          .close(2)
          .text("Ref", transfer.creditorReference())
          .close(3);
    } else if (transfer.remittance() != null) {
      String text = BankText.plain(transfer.remittance());
      if (!text.isEmpty()) {
        xml.open("RmtInf").text("Ustrd", text).close(1);
      }
    }
  }

  private void party(String element, PaymentParty party) throws IOException {
    xml.open(element).text("Nm", BankText.plain(party.name(), NAME_LENGTH));
    PostalAddress address = party.address();
    if (address != null) {
      xml.open("PstlAdr")
          .text("StrtNm", shortened(address.street(), STREET_LENGTH))
          .text("BldgNb", shortened(address.building(), CODE_LENGTH))
          .text("PstCd", shortened(address.postCode(), CODE_LENGTH))
          .text("TwnNm", shortened(address.town(), TOWN_LENGTH))
          .text("Ctry", address.country())
          .close(1);
    }
    xml.close(1);
  }

  private static @Nullable String shortened(@Nullable String text, int length) {
    return text == null ? null : BankText.plain(text, length);
  }

  private void account(String element, AccountNumber account) throws IOException {
    xml.open(element, "Id");
    if (account instanceof Iban iban) {
      xml.text("IBAN", iban.value());
    } else if (account instanceof UkAccount uk) {
      other(uk.account());
    } else if (account instanceof UsAccount us) {
      other(us.account());
    } else if (account instanceof OtherAccount other) {
      other(other.number());
    }
    xml.close(2);
  }

  private void other(String number) throws IOException {
    xml.open("Othr").text("Id", number).open("SchmeNm").text("Cd", "BBAN").close(2);
  }

  /**
   * The bank: its BIC, else the clearing number in the account; the payer's own must be there, even
   * if only to say that nobody gave it.
   */
  private void agent(String element, @Nullable Bic bic, AccountNumber account, boolean mandatory)
      throws IOException {
    boolean cleared = account instanceof UkAccount || account instanceof UsAccount;
    if (bic == null && !cleared && !mandatory) {
      return;
    }
    xml.open(element, "FinInstnId");
    if (bic != null) {
      xml.text("BICFI", bic.value());
    }
    if (account instanceof UkAccount uk) {
      clearing("GBDSC", uk.sortCode());
    } else if (account instanceof UsAccount us) {
      clearing("USABA", us.routingNumber());
    } else if (bic == null) {
      xml.open("Othr").text("Id", "NOTPROVIDED").close(1);
    }
    xml.close(2);
  }

  private void clearing(String system, String member) throws IOException {
    xml.open("ClrSysMmbId", "ClrSysId").text("Cd", system).close(1).text("MmbId", member).close(1);
  }
}
