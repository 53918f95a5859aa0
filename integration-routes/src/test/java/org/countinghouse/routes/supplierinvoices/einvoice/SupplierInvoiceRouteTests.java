package org.countinghouse.routes.supplierinvoices.einvoice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxQuery;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.exchange.Link;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.routes.testing.RouteTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the drop folder to payables and back, with e-invoices of our own. */
@RouteTest
class SupplierInvoiceRouteTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired TestOrganizations organizations;
  @Autowired Inbox inbox;
  @Autowired JdbcTemplate jdbc;

  @Value("${countinghouse.exchange.directory}")
  Path exchange;

  private Organization organization;
  private Path folder;

  @BeforeEach
  void dropFolderOfANewOrganization() {
    organization = organizations.german();
    folder =
        exchange
            .toAbsolutePath()
            .resolve(organization.code())
            .resolve("in")
            .resolve("supplier-invoices");
    await().atMost(PATIENCE).until(() -> Files.isDirectory(folder.resolve(".rejected")));
  }

  @Test
  void bringsAGoodInvoiceToPayables() throws IOException {
    drop("A-10-invoice-full-match.xml");

    assertThat(report(".done", "A-10-invoice-full-match.xml"))
        .contains(
            "ACCEPTED", "Invoice 881401 of Palokka Paper Oy, 1095.25 EUR", "payables.invoice");
    InboxDocument document = documents().get(0);
    assertThat(document.state()).isEqualTo(InboxState.ACCEPTED);
    Link link = inbox.show(document.id()).links().get(0);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from finance.supplier_invoices where id = ? and organization_id = ?",
                Integer.class,
                link.id(),
                organization.id()))
        .isEqualTo(1);
  }

  @Test
  void rejectsABrokenInvoiceWithTheRulesItBreaks() throws IOException {
    String broken =
        new String(EInvoiceReaderTests.bytes("A-11-invoice-partial.xml"), UTF_8)
            .replace(">987.66</cbc:PayableAmount", ">987.67</cbc:PayableAmount");
    Files.writeString(folder.resolve("broken.xml"), broken);

    assertThat(report(".rejected", "broken.xml"))
        .contains(
            "REJECTED", "BR-CO-16 at /Invoice[1]/cac:LegalMonetaryTotal[1]", "Invoice 881402");
    assertThat(invoices()).isZero();
  }

  @Test
  void paysNothingTwice() throws IOException {
    drop("A-10-invoice-full-match.xml");
    report(".done", "A-10-invoice-full-match.xml");
    Files.write(
        folder.resolve("another-name.xml"),
        EInvoiceReaderTests.bytes("A-10-invoice-full-match.xml"));
    assertThat(report(".done", "another-name.xml"))
        .contains("DUPLICATE", "exchange.duplicate-content");

    Files.writeString(
        folder.resolve("same-number.xml"),
        new String(EInvoiceReaderTests.bytes("A-10-invoice-full-match.xml"), UTF_8) + "\n");
    assertThat(report(".done", "same-number.xml"))
        .contains("DUPLICATE", "einvoice.invoice-known", "881401");
  }

  @Test
  void refusesWhatIsNoInvoiceAndANumberNobodyCanKeep() throws IOException {
    drop("html-error-page.xml");
    drop("A-01-order.xml");
    Files.writeString(
        folder.resolve("long.xml"),
        new String(EInvoiceReaderTests.bytes("A-12-invoice-rest.xml"), UTF_8)
            .replace(
                "<cbc:ID>881403<",
                "<cbc:ID>" + "N".repeat(ReceivedInvoice.NUMBER_LENGTH_MAX + 1) + "<"));

    assertThat(report(".rejected", "html-error-page.xml")).contains("REJECTED");
    assertThat(report(".rejected", "A-01-order.xml")).contains("einvoice.not-an-invoice");
    assertThat(report(".rejected", "long.xml")).contains("payables.number-too-long");
    assertThat(invoices()).isZero();
  }

  @Test
  void bringsAWholeFolderThrough() throws IOException {
    List<String> files =
        Stream.of(
                "A-11-invoice-partial",
                "A-12-invoice-rest",
                "A-14-invoice-duplicate-new-number",
                "A-15-invoice-over-quantity",
                "A-20-invoice-changed-iban",
                "A-21-invoice-other-currency",
                "A-22-invoice-other-supplier",
                "A-30-creditnote-partial")
            .map(name -> name + ".xml")
            .toList();
    for (String file : files) {
      drop(file);
    }

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                documents().size() == files.size()
                    && documents().stream().allMatch(d -> d.state() == InboxState.ACCEPTED));
    assertThat(invoices()).isEqualTo(files.size());
  }

  private void drop(String file) throws IOException {
    Files.write(folder.resolve(file), EInvoiceReaderTests.bytes(file));
  }

  private String report(String where, String name) throws IOException {
    Path report = folder.resolve(where).resolve(name + ".report.txt");
    await().atMost(PATIENCE).until(() -> Files.exists(report));
    return Files.readString(report);
  }

  private List<InboxDocument> documents() {
    return inbox.list(InboxQuery.newest(organization.id()));
  }

  private int invoices() {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from finance.supplier_invoices where organization_id = ?",
            Integer.class,
            organization.id());
    return count == null ? 0 : count;
  }
}
