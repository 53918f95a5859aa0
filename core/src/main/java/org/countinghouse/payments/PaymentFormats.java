package org.countinghouse.payments;

import java.io.IOException;
import java.io.OutputStream;
import org.countinghouse.bankfiles.Nacha;
import org.countinghouse.bankfiles.Pain001;
import org.countinghouse.payments.PaymentFile.Format;
import org.springframework.stereotype.Component;

/** Writes files in the format their bank takes. */
@Component
class PaymentFormats {

  /**
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.*} for what the format
   *     cannot carry
   */
  void write(Format format, org.countinghouse.bankfiles.PaymentFile content, OutputStream out)
      throws IOException {
    switch (format) {
      case PAIN_001 -> Pain001.write(content, out);
      case NACHA -> Nacha.write(content, out);
    }
  }
}
