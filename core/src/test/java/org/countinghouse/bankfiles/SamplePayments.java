package org.countinghouse.bankfiles;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.money.Money;

/** Payment files to write. */
final class SamplePayments {

  /** A Friday that is a banking day everywhere. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 27);

  private static final PaymentParty DEBTOR =
      new PaymentParty(
          "Harbour Handel GmbH", new PostalAddress("Am Kai", "7", "20457", "Hamburg", "DE"));

  private SamplePayments() {}

  static PaymentFile file(PaymentBatch... batches) {
    return new PaymentFile(
        "HBDE-P-2026-000017", LocalDateTime.of(2026, 3, 25, 10, 0), "Harbour", List.of(batches));
  }

  static PaymentBatch sepa(CreditTransfer... transfers) {
    return batch(PaymentScheme.SEPA, "DE89370400440532013000", transfers);
  }

  static PaymentBatch batch(PaymentScheme scheme, String account, CreditTransfer... transfers) {
    return new PaymentBatch(
        "HBDE-P-2026-000017-" + scheme.ordinal(),
        scheme,
        DAY,
        DEBTOR,
        AccountNumber.parse(account),
        null,
        true,
        false,
        ChargeBearer.SHAR,
        "SUPP",
        List.of(transfers));
  }

  static CreditTransfer euro(String endToEndId, String amount) {
    return transfer(endToEndId, Money.of(amount, "EUR"), "NL20INGB0001234567");
  }

  static CreditTransfer transfer(String endToEndId, Money amount, String account) {
    return new CreditTransfer(
        endToEndId,
        null,
        amount,
        PaymentParty.named("Müller & Söhne KG"),
        AccountNumber.parse(account),
        null,
        "Invoice 88140-326, 88140-327 <late>",
        null,
        null);
  }

  static CreditTransfer withReference(CreditTransfer transfer, String reference) {
    return new CreditTransfer(
        transfer.endToEndId(),
        null,
        transfer.amount(),
        transfer.creditor(),
        transfer.account(),
        transfer.bank(),
        null,
        reference,
        "SUPP");
  }

  static CreditTransfer abroad(String endToEndId, Money amount, String account, String bic) {
    return new CreditTransfer(
        endToEndId,
        "I-" + endToEndId,
        amount,
        new PaymentParty(
            "Outback Tools Pty", new PostalAddress("George St", "1", "2000", "Sydney", "AU")),
        AccountNumber.parse(account),
        bic == null ? null : new Bic(bic),
        "Order 4711",
        null,
        null);
  }

  static List<CreditTransfer> dollars(int count, String account) {
    List<CreditTransfer> transfers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      transfers.add(
          new CreditTransfer(
              "HBUS2600000" + String.format("%04d", i),
              null,
              Money.of(i + ".07", "USD"),
              PaymentParty.named("Anvil Corp of Delaware and Sons"),
              AccountNumber.parse(account),
              null,
              i % 2 == 0 ? null : "Invoices INV-" + i,
              null,
              null));
    }
    return transfers;
  }
}
