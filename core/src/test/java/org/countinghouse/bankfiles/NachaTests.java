package org.countinghouse.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.errors.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NachaTests {

  private static final NachaOrigin ORIGIN =
      new NachaOrigin(
          "021000021",
          "FIRST BANK",
          "1234567890",
          "HARBOUR TRADING INC",
          "1234567890",
          "HARBOUR TRADING",
          "PAYMENT",
          false);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100})
  void whatIsWrittenIsReadBackWithoutFindings(int payments) throws IOException {
    List<NachaEntry> entries = new ArrayList<>();
    byte[] written = written(file(PaymentScheme.ACH_CCD, payments), ORIGIN);
    ReadNachaFile read = Nacha.read(new ByteArrayInputStream(written), entries::add);
    assertThat(read.findings()).isEmpty();
    assertThat(read.entries()).isEqualTo(payments);
    assertThat(read.debits()).isZero();
    assertThat(read.credits())
        .isEqualByComparingTo(file(PaymentScheme.ACH_CCD, payments).controlSum());
    assertThat(entries.get(0).identification()).isEqualTo("HBUS26000000001");
    assertThat(entries.get(0).addenda()).containsExactly("Invoices INV-1");
    assertThat(entries).allMatch(NachaEntry::credit);
    assertThat(entries).extracting(NachaEntry::trace).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void recordsHave94CharactersInBlocksOfTen() throws IOException {
    String[] lines =
        new String(written(file(PaymentScheme.ACH_PPD, 3), ORIGIN), StandardCharsets.US_ASCII)
            .split("\n");
    assertThat(lines).allMatch(line -> line.length() == 94);
    assertThat(lines.length % 10).isZero();
    assertThat(lines[1]).startsWith("5220HARBOUR TRADING").contains("PPDPAYMENT   260327260327");
    assertThat(lines[0]).startsWith("101 0210000211234567890260325").contains("A094101FIRST BANK");
  }

  @Test
  void aBalancedBatchEndsWithTheDebitOfItsOwnAccount() throws IOException {
    var balanced =
        new NachaOrigin(
            ORIGIN.destination(),
            ORIGIN.destinationName(),
            ORIGIN.origin(),
            ORIGIN.originName(),
            ORIGIN.companyId(),
            ORIGIN.companyName(),
            ORIGIN.entryDescription(),
            true);
    List<NachaEntry> entries = new ArrayList<>();
    byte[] written = written(file(PaymentScheme.ACH_CCD, 5), balanced);
    ReadNachaFile read = Nacha.read(new ByteArrayInputStream(written), entries::add);
    assertThat(read.findings()).isEmpty();
    assertThat(read.debits()).isEqualByComparingTo(read.credits());
    NachaEntry last = entries.get(5);
    assertThat(last.credit()).isFalse();
    assertThat(last.account()).isEqualTo("4400");
    assertThat(last.amount()).isEqualByComparingTo(new BigDecimal("15.35"));
  }

  @Test
  void aBankHolidayOrAnotherAccountIsRefusedBeforeTheFirstByte() {
    var out = new ByteArrayOutputStream();
    PaymentBatch batch =
        new PaymentBatch(
            "B",
            PaymentScheme.ACH_CCD,
            LocalDate.of(2026, 11, 26),
            PaymentParty.named("Harbour"),
            AccountNumber.parse("021000021/4400"),
            null,
            true,
            false,
            ChargeBearer.SLEV,
            null,
            List.of(SamplePayments.euro("A", "1.00")));
    assertThatThrownBy(() -> Nacha.write(SamplePayments.file(batch), ORIGIN, 'A', out))
        .isInstanceOfSatisfying(
            BusinessException.class,
            e ->
                assertThat(e.findings())
                    .extracting(finding -> finding.code())
                    .containsExactly(
                        "bankfiles.day-invalid",
                        "bankfiles.currency-invalid",
                        "bankfiles.account-invalid"));
    assertThat(out.size()).isZero();
  }

  @Test
  void aChangedByteOfAFileIsFound() throws IOException {
    byte[] written = written(file(PaymentScheme.ACH_CCD, 5), ORIGIN);
    String text = new String(written, StandardCharsets.US_ASCII);
    byte[] changed =
        text.replaceFirst("0000000107", "0000000108").getBytes(StandardCharsets.US_ASCII);
    ReadNachaFile read = Nacha.read(new ByteArrayInputStream(changed), entry -> {});
    assertThat(read.findings())
        .extracting(finding -> finding.code())
        .containsOnly("bankfiles.control-total");
  }

  @Test
  void aReturnNamesThePaymentByWhatItsFileCarried() throws IOException {
    String entry =
        "621021000021123456789        0000000107HBUS26000000001Anvil Corp of Delaware "
            + " 1021000020000001";
    String records =
        String.join(
            "\n",
            "101 02100002112345678902603301000A094101HARBOUR TRADING INC    FIRST BANK",
            "5220HARBOUR TRADING                     1234567890CCDPAYMENT   260327260327  "
                + " 1021000020000001",
            entry,
            "799R03021000020000001      02100002                                           "
                + " 021000020000001",
            "822000000200021000020000000000000000000001071234567890                        "
                + " 021000020000001");
    ReadNachaFile read =
        Nacha.read(
            new ByteArrayInputStream(records.getBytes(StandardCharsets.US_ASCII)), each -> {});
    assertThat(read.findings())
        .extracting(finding -> finding.code())
        .containsExactly("bankfiles.truncated");

    String whole =
        records + "\n9000001000001000000020002100002000000000000000000000107" + " ".repeat(39);
    StatusReport report =
        StatusReports.readNacha(
            new ByteArrayInputStream(whole.getBytes(StandardCharsets.US_ASCII)));
    StatusReport.Transaction returned = report.transactions().get(0);
    assertThat(returned.endToEndId()).isEqualTo("HBUS26000000001");
    assertThat(returned.status()).isEqualTo(PaymentStatus.RETURNED);
    assertThat(returned.trace()).isEqualTo("021000020000001");
    assertThat(returned.reasons())
        .containsExactly(new StatusReason("R03", "No account, or unable to locate it"));
  }

  private static PaymentFile file(PaymentScheme scheme, int payments) {
    return SamplePayments.file(
        SamplePayments.batch(
            scheme,
            "021000021/4400",
            SamplePayments.dollars(payments, "021000021/123456789")
                .toArray(CreditTransfer[]::new)));
  }

  private static byte[] written(PaymentFile file, NachaOrigin origin) throws IOException {
    var out = new ByteArrayOutputStream();
    Nacha.write(file, origin, 'A', out);
    return out.toByteArray();
  }
}
