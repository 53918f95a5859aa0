package org.countinghouse.server.procuretopay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.countinghouse.server.testing.Desk;
import org.countinghouse.server.testing.ServerProcess;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The German company's treasury, and its bank. */
final class TreasuryDesk {

  private static final String ORGANIZATION = "HBDE";
  private static final String RUNS = "/api/payments/runs";

  private final Desk desk;
  private final ServerProcess server;

  TreasuryDesk(ServerProcess server) {
    this.desk = new Desk(server);
    this.server = server;
  }

  /** Proposes everything due and hands it in; the number of the run. */
  String propose() {
    JsonNode run =
        desk.post(
                "treasurer",
                RUNS,
                Map.of(
                    "organization",
                    ORGANIZATION,
                    "dueUntil",
                    LocalDate.now().toString(),
                    "bankAccount",
                    "MAIN"))
            .get("run");
    desk.complete(
        "treasurer",
        ORGANIZATION,
        run.get("number").asText(),
        "Task_ReviewProposal",
        Map.of("reviewDecision", "SUBMIT"));
    return run.get("number").asText();
  }

  /** Everybody whose word it takes agrees as soon as he is asked, until the run is released. */
  void release(String number) {
    ServerProcess.await(
        number + " is released",
        () -> {
          List.of("controller", "cfo").forEach(approver -> agree(approver, number));
          return isReleased(number);
        });
  }

  private void agree(String approver, String number) {
    for (JsonNode asked : desk.get(approver, "/api/approvals/waiting")) {
      if (asked.get("reference").asText().equals(number)) {
        desk.post(
            approver,
            "/api/approvals/decisions",
            Map.of(
                "decisions",
                List.of(
                    Map.of(
                        "requestId", asked.get("id").asText(),
                        "decision", "APPROVE",
                        "contentHash", asked.get("contentHash").asText()))));
      }
    }
  }

  /** Whether the run of this number is released and its files are on their way. */
  boolean isReleased(String number) {
    return server.count(
            "select count(*) from finance.payment_runs where number = '%s' and released_at is not null"
                .formatted(number))
        == 1;
  }

  /** The files the bank got. */
  List<Path> files(Path data) {
    Path out = data.resolve("exchange").resolve(ORGANIZATION).resolve("out/payments");
    if (!Files.isDirectory(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One transfer of a payment file. */
  record Transfer(String endToEndId, BigDecimal amount) {}

  /** What a payment file (pain.001) tells the bank to do. */
  static List<Transfer> transfers(Path file) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      var all = builder.parse(file.toFile()).getElementsByTagName("CdtTrfTxInf");
      List<Transfer> transfers = new ArrayList<>();
      for (int i = 0; i < all.getLength(); i++) {
        Element each = (Element) all.item(i);
        transfers.add(
            new Transfer(
                each.getElementsByTagName("EndToEndId").item(0).getTextContent(),
                new BigDecimal(each.getElementsByTagName("InstdAmt").item(0).getTextContent())));
      }
      return transfers;
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  /** The statement of a day on which the bank did exactly that (camt.053.001.08). */
  static String statement(List<Transfer> transfers, BigDecimal opening, LocalDate day) {
    BigDecimal closing = opening;
    var entries = new StringBuilder();
    for (Transfer transfer : transfers) {
      closing = closing.subtract(transfer.amount());
      entries.append(
          """
          <Ntry><Amt Ccy="EUR">%1$s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>%2$s</Dt></BookgDt><ValDt><Dt>%2$s</Dt></ValDt><AcctSvcrRef>B%3$s</AcctSvcrRef>
          <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
          <NtryDtls><TxDtls><Refs><EndToEndId>%3$s</EndToEndId></Refs><Amt Ccy="EUR">%1$s</Amt>
          <CdtDbtInd>DBIT</CdtDbtInd></TxDtls></NtryDtls></Ntry>
          """
              .formatted(transfer.amount(), day, transfer.endToEndId()));
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
    <GrpHdr><MsgId>M%1$s</MsgId><CreDtTm>%1$sT20:00:00</CreDtTm></GrpHdr>
    <Stmt><Id>S%1$s</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>%1$sT20:00:00</CreDtTm>
    <Acct><Id><IBAN>DE91100000000123456789</IBAN></Id><Ccy>EUR</Ccy></Acct>
    %2$s%3$s%4$s</Stmt></BkToCstmrStmt></Document>
    """
        .formatted(day, balance("OPBD", opening, day), balance("CLBD", closing, day), entries);
  }

  private static String balance(String code, BigDecimal amount, LocalDate day) {
    return """
    <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt>
    <CdtDbtInd>%s</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
    """
        .formatted(code, amount.abs(), amount.signum() < 0 ? "DBIT" : "CRDT", day);
  }

  /** Nothing is open, nothing was settled twice, each end-to-end id is in one file. */
  void requirePaidOnce(int count) {
    String items =
        " from finance.payable_items i join finance.supplier_invoices v on v.id = i.invoice_id"
            + " where v.number like 'EP-%'";
    assertThat(server.count("select count(*)" + items)).isEqualTo(count);
    assertThat(server.count("select count(*)" + items + " and i.open_amount <> 0")).isZero();
    assertThat(
            server.count(
                "select count(*) from (select i.id"
                    + items.replace(
                        " where ", " join finance.payable_settlements s on s.item_id = i.id where ")
                    + " group by i.id having count(*) <> 1) twice"))
        .isZero();
    assertThat(
            server.count(
                "select count(*) from (select end_to_end_id from finance.payments group by"
                    + " organization_id, end_to_end_id having count(*) > 1) twice"))
        .isZero();
  }
}
