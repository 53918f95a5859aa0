package org.countinghouse.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class Pain001Tests {

  private static final PaymentBatch SEPA =
      SamplePayments.sepa(
          SamplePayments.euro("HBDE-1", "1200.50"),
          SamplePayments.withReference(SamplePayments.euro("HBDE-2", "0.01"), "RF18539007547034"));
  private static final PaymentBatch BRITISH =
      SamplePayments.batch(
          PaymentScheme.GB_DOMESTIC,
          "20-00-00/55779911",
          SamplePayments.transfer("HBUK-1", Money.of("10.00", "GBP"), "20-00-00/55779911"),
          SamplePayments.transfer("HBUK-2", Money.of("11.00", "GBP"), "GB29NWBK60161331926819"));
  private static final PaymentBatch ABROAD =
      SamplePayments.batch(
          PaymentScheme.CROSS_BORDER,
          "DE89370400440532013000",
          SamplePayments.abroad("HBDE-9", Money.of("500.00", "AUD"), "AU/062000123456", "CTBAAU2S"),
          SamplePayments.abroad("HBDE-10", Money.of("70000", "JPY"), "021000021/123456789", null));

  @Test
  void whatIsWrittenIsReadBackWithoutFindings() throws IOException {
    List<ReadPayment> payments = new ArrayList<>();
    byte[] written = written(SamplePayments.file(SEPA, BRITISH, ABROAD));
    ReadPaymentFile read = Pain001.read(new ByteArrayInputStream(written), payments::add);
    assertThat(read.findings()).isEmpty();
    assertThat(read.id()).isEqualTo("HBDE-P-2026-000017");
    assertThat(read.batches()).isEqualTo(3);
    assertThat(read.count()).isEqualTo(6);
    assertThat(read.controlSum()).isEqualByComparingTo("71721.51");
    assertThat(payments)
        .extracting(ReadPayment::toString)
        .containsExactly(
            "HBDE-1 1200.50 EUR",
            "HBDE-2 0.01 EUR",
            "HBUK-1 10.00 GBP",
            "HBUK-2 11.00 GBP",
            "HBDE-9 500.00 AUD",
            "HBDE-10 70000 JPY");
    assertThat(payments.get(0).creditor()).isEqualTo("Muller + Sohne KG");
    assertThat(payments.get(0).remittance()).isEqualTo("Invoice 88140-326, 88140-327 .late.");
    assertThat(payments.get(1).remittance()).isEqualTo("RF18539007547034");
    assertThat(payments.get(3).account()).isEqualTo("31926819");
    assertThat(payments.get(0).executeOn()).isEqualTo(SamplePayments.DAY);
  }

  @Test
  void britishPaymentsGoBySortCodeAndAmericanOnesByRoutingNumber() throws IOException {
    String text = new String(written(SamplePayments.file(BRITISH, ABROAD)), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("<Cd>GBDSC</Cd></ClrSysId><MmbId>601613</MmbId>")
        .contains("<Cd>USABA</Cd></ClrSysId><MmbId>021000021</MmbId>")
        .contains("<BICFI>CTBAAU2S</BICFI>")
        .contains("<ChrgBr>SHAR</ChrgBr>")
        .contains("<TwnNm>Sydney</TwnNm><Ctry>AU</Ctry>");
  }

  @Test
  @Tag("oracle")
  void everySchemeIsValidByTheOfficialSchema() throws Exception {
    var schema = BankSamples.file("xsd/pain.001.001.09.xsd");
    Assumptions.assumeTrue(Files.exists(schema), "no " + schema);
    var validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(schema.toFile())
            .newValidator();
    for (PaymentBatch batch : List.of(SEPA, BRITISH, ABROAD)) {
      byte[] written = written(SamplePayments.file(batch));
      validator.validate(new StreamSource(new ByteArrayInputStream(written)));
    }
  }

  @Test
  void nothingIsWrittenOfAFileWithFindings() {
    var out = new ByteArrayOutputStream();
    PaymentFile twice =
        SamplePayments.file(
            SamplePayments.sepa(
                SamplePayments.euro("A", "1.00"), SamplePayments.euro("A", "2.00")));
    assertThatThrownBy(() -> Pain001.write(twice, out))
        .isInstanceOfSatisfying(
            BusinessException.class,
            e -> {
              assertThat(e.code()).isEqualTo(BankFileError.FILE_INVALID);
              assertThat(e.findings())
                  .extracting(Finding::code)
                  .containsExactly("bankfiles.id-twice");
            });
    assertThat(out.size()).isZero();
  }

  @Test
  void findsEverythingABankWouldRefuseAtOnce() {
    var saturday = SamplePayments.DAY.plusDays(1);
    var wrong =
        new PaymentBatch(
            "//",
            PaymentScheme.SEPA,
            saturday,
            PaymentParty.named("日本"),
            SEPA.account(),
            null,
            true,
            false,
            ChargeBearer.SLEV,
            null,
            List.of(
                SamplePayments.transfer("A", Money.of("0.00", "EUR"), "20-00-00/55779911"),
                SamplePayments.transfer("B", Money.of("1.00", "USD"), "NL20INGB0001234567"),
                SamplePayments.transfer(
                    "C", Money.of("1.00", "EUR"), "EG800002000156789012345180002"),
                SamplePayments.withReference(SamplePayments.euro("ä", "1.00"), "RF19539007547034"),
                new CreditTransfer(
                    "D",
                    null,
                    Money.of("1.00", "EUR"),
                    PaymentParty.named("N"),
                    SEPA.account(),
                    null,
                    "x".repeat(141),
                    null,
                    "longer")));
    assertThat(PaymentChecks.check(SamplePayments.file(wrong)))
        .extracting(finding -> finding.code() + " " + finding.place())
        .containsExactly(
            "bankfiles.id-invalid batch //",
            "bankfiles.text-invalid batch //",
            "bankfiles.day-invalid batch //",
            "bankfiles.amount-invalid payment A",
            "bankfiles.account-invalid payment A",
            "bankfiles.currency-invalid payment B",
            "bankfiles.country-invalid payment C",
            "bankfiles.id-invalid payment ä",
            "bankfiles.reference-invalid payment ä",
            "bankfiles.too-long payment D",
            "bankfiles.value payment D");
  }

  @Test
  void acrossBordersTheBankAndTheTownMustBeKnown() {
    PaymentBatch batch =
        SamplePayments.batch(
            PaymentScheme.CROSS_BORDER,
            "DE89370400440532013000",
            SamplePayments.transfer("A", Money.of("5.00", "AUD"), "AU/062000123456"));
    assertThat(PaymentChecks.check(SamplePayments.file(batch)))
        .extracting(Finding::code)
        .containsExactly("bankfiles.address-missing", "bankfiles.bank-missing");
  }

  @Test
  void findingsShowAccountsByTheirMaskOnly() {
    PaymentBatch batch =
        SamplePayments.sepa(
            SamplePayments.transfer("A", Money.of("5.00", "EUR"), "20-00-00/55779911"));
    assertThat(PaymentChecks.check(SamplePayments.file(batch)))
        .allMatch(finding -> !finding.message().contains("55779911"));
  }

  private static byte[] written(PaymentFile file) throws IOException {
    var out = new ByteArrayOutputStream();
    Pain001.write(file, out);
    return out.toByteArray();
  }
}
