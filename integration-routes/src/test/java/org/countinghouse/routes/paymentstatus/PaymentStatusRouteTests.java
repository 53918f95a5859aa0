package org.countinghouse.routes.paymentstatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Handling;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payments.Payment;
import org.countinghouse.payments.PaymentFile;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.PaymentRelease;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.Payments;
import org.countinghouse.payments.PaymentsWorld;
import org.countinghouse.payments.ProposalRequest;
import org.countinghouse.routes.testing.RouteTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What banks say about our files: every sample report, made to speak of a file we sent. */
@RouteTest
class PaymentStatusRouteTests {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Path SAMPLES =
      Path.of(System.getProperty("samples.dir", "../shared/samples"), "bank");

  @Autowired PaymentsWorld world;
  @Autowired PaymentProposals proposals;
  @Autowired PaymentRuns runs;
  @Autowired PaymentRelease release;
  @Autowired Payments payments;
  @Autowired Approvals approvals;
  @Autowired Inbox inbox;
  @Autowired Handling handling;

  private Organization company;
  private PaymentRun run;

  @BeforeEach
  void aFileThatWasSent() {
    company = world.company();
    world.supplier(company, 0);
    world.supplier(company, 1);
    LocalDate today = LocalDate.now();
    world.item(company, 0, "100.00", today);
    world.item(company, 1, "200.00", today);
    run = propose();
    runs.submit(run.id(), PaymentsWorld.TREASURER);
    String hash = ContentHash.of(approvals.subject("payment-run", run.id()).facts());
    release.release(run.id(), hash, PaymentsWorld.CFO);
  }

  @Test
  @Tag("oracle")
  void aFileIsAcceptedThenSettledAndSayingSoAgainChangesNothing() throws IOException {
    assertThat(handed("PAY202603A-accepted.xml").document().summary()).contains("2 accepted");
    assertThat(states()).containsOnly(Payment.State.ACCEPTED);
    assertThat(handed("PAY202603A-accepted.xml", " ").document().state())
        .isEqualTo(InboxState.DUPLICATE);
    assertThat(handed("PAY202603A-settled.xml").document().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(states()).containsOnly(Payment.State.ACCEPTED);
  }

  @Test
  @Tag("oracle")
  void aFileRejectedAsAWholeIsRejectedPaymentByPayment() throws IOException {
    assertThat(handed("PAY202603A-rejected.xml").document().summary()).contains("2 rejected");
    assertThat(states()).containsOnly(Payment.State.REJECTED);
  }

  @Test
  @Tag("oracle")
  void ofAFileAcceptedInPartsOnlyWhatIsNamedIsDecided() throws IOException {
    InboxRecord partial = handed("PAY202603A-partial.xml");
    assertThat(partial.document().summary()).contains("1 accepted, 1 rejected");
    assertThat(states()).containsExactly(Payment.State.ACCEPTED, Payment.State.REJECTED);
  }

  @Test
  @Tag("oracle")
  void whatSpeaksOfThingsNeverSentChangesNothing() throws IOException {
    assertThat(rejection("PAY202603A-unknown-file.xml")).isEqualTo("payments.file-unknown");
    assertThat(rejection("PAY202603A-unknown-tx.xml")).isEqualTo("payments.payment-unknown");
    assertThat(states()).containsOnly(Payment.State.RELEASED);
  }

  @Test
  void whatIsNoReportIsRejectedWithTheReason() {
    for (String content :
        List.of(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM"
                + " \"file:///etc/passwd\">]><a>&b;</a>",
            "<Document><CstmrPmtStsRpt/></Document>",
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03\"><CstmrPmtStsRpt>"
                + "<OrgnlGrpInfAndSts><OrgnlMsgId>A</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId>"
                + "<GrpSts>ACCP</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>",
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03\"><CstmrPmtStsRpt>"
                + "<OrgnlGrpInfAndSts><OrgnlMsgId>A</OrgnlMsgId><GrpSts>FINE</GrpSts>"
                + "</OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>",
            "101 0210000211234567890" + "260330",
            "101 nonsense")) {
      InboxRecord rejected = received("report", content);
      assertThat(rejected.document().state()).isEqualTo(InboxState.REJECTED);
      assertThat(rejected.errors()).isNotEmpty();
    }
    assertThat(states()).containsOnly(Payment.State.RELEASED);
  }

  private PaymentRun propose() {
    PaymentRun wanted =
        proposals.register(company.id(), ProposalRequest.BY_SETTINGS, PaymentsWorld.TREASURER);
    proposals.propose(wanted.id());
    return runs.require(wanted.id());
  }

  private String rejection(String name) throws IOException {
    InboxRecord record = handed(name);
    assertThat(record.document().state()).isEqualTo(InboxState.REJECTED);
    return record.errors().stream().map(Finding::code).findFirst().orElse("");
  }

  private List<Payment.State> states() {
    return payments.ofRun(run.id(), null, 10).stream().map(Payment::state).toList();
  }

  private InboxRecord handed(String sample) throws IOException {
    return handed(sample, "");
  }

  /** A sample that speaks of our file and its payments. */
  private InboxRecord handed(String sample, String appended) throws IOException {
    Path file = SAMPLES.resolve("own-pain002").resolve(sample);
    Assumptions.assumeTrue(Files.exists(file), "no samples at " + file);
    List<Payment> made = payments.ofRun(run.id(), null, 10);
    PaymentFile sent = runs.files(run.id()).get(0);
    String text =
        Files.readString(file)
            .replaceFirst("<TxInfAndSts><OrgnlEndToEndId>PAY202603A-0005.*?</TxInfAndSts>", "")
            .replace("PAY202603A-0001", made.get(0).endToEndId())
            .replace("PAY202603A-0002", made.get(1).endToEndId())
            .replace("<OrgnlMsgId>PAY202603A<", "<OrgnlMsgId>" + sent.messageId() + "<");
    return received(sample, text + appended);
  }

  private InboxRecord received(String name, String content) {
    UUID id =
        inbox
            .receive(
                company.id(), StatusIntake.CHANNEL, name, content.getBytes(StandardCharsets.UTF_8))
            .id();
    handling.handle(id);
    await()
        .atMost(PATIENCE)
        .until(() -> inbox.find(id).orElseThrow().state() != InboxState.RECEIVED);
    return inbox.show(id);
  }
}
