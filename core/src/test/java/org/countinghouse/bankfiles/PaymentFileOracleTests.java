package org.countinghouse.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countinghouse.errors.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Payment files and status reports of others: what is right is read, what is wrong is found. */
@Tag("oracle")
class PaymentFileOracleTests {

  /** What the table calls it, and what we do. */
  private static final Map<String, String> FINDINGS =
      Map.of(
          "control sum wrong", "bankfiles.control-total",
          "transaction count wrong", "bankfiles.control-total",
          "EndToEndId twice", "bankfiles.id-twice",
          "IBAN check digits wrong", "bankfiles.account-invalid",
          "zero amount", "bankfiles.amount-invalid",
          "negative amount", "bankfiles.amount-invalid",
          "remittance over 140", "bankfiles.too-long",
          "USD in a SEPA batch", "bankfiles.currency-invalid");

  /** Published to try what programs let pass: their sums are right, something else is not. */
  private static final Map<String, String> OTHERWISE_WRONG =
      Map.of(
          "iat-batchHeaderErr.ach", "a batch without control",
          "return-PPD-custom-reason-code.ach", "a return code of its own",
          "skip-validation.ach", "no destination",
          "FISERV-ZEROFILE-PIMRET825324_032720_110221.ach", "an invented routing number",
          "moov-ids.ach", "an invented hash");

  @TestFactory
  Stream<DynamicTest> everyVariantOfAPaymentFileIsFound() {
    return BankSamples.perFile("expected-own-pain001.csv", this::pain001);
  }

  @TestFactory
  Stream<DynamicTest> everyAchFileIsReadOrReported() {
    return BankSamples.perFile("expected-nacha.csv", this::nacha);
  }

  @TestFactory
  Stream<DynamicTest> everyStatusReportIsRead() {
    return BankSamples.perFile("sources.csv", (file, rows) -> {})
        .map(DynamicTest::getDisplayName)
        .filter(file -> file.contains("pain002/"))
        .map(file -> DynamicTest.dynamicTest(file, () -> pain002(file)));
  }

  private void pain001(String file, List<NamedCsvRecord> rows) throws IOException {
    NamedCsvRecord row = rows.get(0);
    List<ReadPayment> payments = new ArrayList<>();
    ReadPaymentFile read =
        Pain001.read(new ByteArrayInputStream(BankSamples.bytes(file)), payments::add);
    assertThat(read.format()).endsWith(row.getField("version"));
    String expected = row.getField("expected");
    if (expected.equals("valid")) {
      assertThat(read.findings()).isEmpty();
      assertThat(read.count()).isEqualTo(Integer.parseInt(row.getField("transactions")));
      assertThat(read.controlSum()).isEqualByComparingTo(row.getField("control_sum"));
      assertThat(payments).hasSize(read.count());
    } else {
      String code =
          FINDINGS.entrySet().stream()
              .filter(each -> expected.startsWith(each.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow();
      assertThat(codes(read.findings())).contains(code);
    }
  }

  private void nacha(String file, List<NamedCsvRecord> rows) throws IOException {
    NamedCsvRecord row = rows.get(0);
    ReadNachaFile read = Nacha.read(new ByteArrayInputStream(BankSamples.bytes(file)), entry -> {});
    assertThat(read.batches()).isEqualTo(number(row, "batches"));
    assertThat(read.entries()).isEqualTo(number(row, "entries"));
    assertThat(read.addenda()).isEqualTo(number(row, "addenda"));
    String classes = row.getField("sec_codes");
    Set<String> expected = classes.isEmpty() ? Set.of() : Set.of(classes.split(" "));
    assertThat(new TreeSet<>(read.secCodes())).isEqualTo(new TreeSet<>(expected));
    boolean advices = expected.contains("ADV");
    if (!advices) {
      // the script read the columns of ordinary entries, advices have others
      assertThat(read.debits()).isEqualByComparingTo(row.getField("computed_debit"));
      assertThat(read.credits()).isEqualByComparingTo(row.getField("computed_credit"));
    }
    boolean wrong =
        file.contains("invalid")
            // with the columns of advices, those tie too
            || (!advices && !row.getField("control_ties").equals("yes"))
            || row.getField("control_batches").isEmpty()
            || OTHERWISE_WRONG.containsKey(file.substring("nacha/".length()));
    if (wrong) {
      assertThat(read.findings()).isNotEmpty();
    } else {
      assertThat(read.findings()).isEmpty();
    }
  }

  private void pain002(String file) throws IOException {
    List<StatusReport> reports;
    try (var in = Files.newInputStream(BankSamples.file(file))) {
      reports = StatusReports.readPain002(in);
    }
    assertThat(reports).hasSize(1);
    StatusReport report = reports.get(0);
    String name = String.valueOf(BankSamples.file(file).getFileName());
    switch (name) {
      case "PAY202603A-accepted.xml" -> decided(report, PaymentStatus.ACCEPTED);
      case "PAY202603A-rejected.xml" -> decided(report, PaymentStatus.REJECTED);
      case "PAY202603A-settled.xml" -> decided(report, PaymentStatus.SETTLED);
      case "PAY202603A-partial.xml" -> {
        decided(report, PaymentStatus.PARTIAL);
        assertThat(report.transactions())
            .extracting(each -> each.endToEndId() + " " + each.status() + " " + each.reasons())
            .containsExactly(
                "PAY202603A-0002 REJECTED [AC01]",
                "PAY202603A-0005 REJECTED [AC04]",
                "PAY202603A-0001 SETTLED []");
      }
      case "PAY202603A-unknown-tx.xml" ->
          assertThat(report.transactions().get(0).endToEndId()).isEqualTo("PAY202603A-9999");
      case "PAY202603A-unknown-file.xml" ->
          assertThat(report.originalFileId()).isEqualTo("NEVERSENT-PAY202603A");
      case "pain002-epo_p_0_0_0_2018032614401842.xml" -> {
        assertThat(report.status()).isEqualTo(PaymentStatus.REJECTED);
        assertThat(report.reasons())
            .containsExactly(new StatusReason("AM10", "904114;ControlSum fehlerhaft"));
      }
      case "pain002-epo_p_ch5109000000250092291_1110097605_0_2018031511252307.xml" ->
          assertThat(report.transactions().get(0).reasons())
              .containsExactly(new StatusReason("AC01", "1301813;Konto ungültig"));
      default -> assertThat(report.isOfCreditTransfers()).isFalse();
    }
  }

  private static void decided(StatusReport report, PaymentStatus status) {
    assertThat(report.originalFileId()).isEqualTo("PAY202603A");
    assertThat(report.status()).isEqualTo(status);
    assertThat(report.isOfCreditTransfers()).isTrue();
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static int number(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }
}
