package org.countinghouse.payments;

import java.io.IOException;
import java.io.OutputStream;
import org.countinghouse.bankdetails.UsAccount;
import org.countinghouse.bankfiles.Nacha;
import org.countinghouse.bankfiles.NachaOrigin;
import org.countinghouse.bankfiles.Pain001;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.payments.PaymentFile.Format;
import org.springframework.stereotype.Component;

/** Writes files in the format their bank takes. */
@Component
class PaymentFormats {

  /** What tells NACHA files of one day apart. */
  private static final String MODIFIERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final AchAgreements agreements;

  PaymentFormats(AchAgreements agreements) {
    this.agreements = agreements;
  }

  /**
   * @param sequence of the run
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.file-invalid} for what the
   *     format cannot carry, {@code payments.settings} without an agreement for ACH
   */
  void write(
      Format format,
      BankAccount account,
      long sequence,
      org.countinghouse.bankfiles.PaymentFile content,
      OutputStream out)
      throws IOException {
    switch (format) {
      case PAIN_001 -> Pain001.write(content, out);
      case NACHA ->
          Nacha.write(
              content,
              origin(account),
              MODIFIERS.charAt((int) (sequence % MODIFIERS.length())),
              out);
    }
  }

  private NachaOrigin origin(BankAccount account) {
    AchAgreement agreed =
        agreements
            .find(account.id())
            .orElseThrow(
                () ->
                    PaymentsError.SETTINGS.with(
                        account.code() + " has no agreement with its bank for ACH files"));
    if (!(account.number() instanceof UsAccount number)) {
      throw new IllegalStateException(account.code() + " is no US account");
    }
    return new NachaOrigin(
        number.routingNumber(),
        agreed.destinationName(),
        agreed.origin(),
        agreed.originName(),
        agreed.companyId(),
        agreed.companyName(),
        agreed.entryDescription(),
        agreed.balanced());
  }
}
