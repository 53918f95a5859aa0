package org.countinghouse.routes.supplierinvoices.einvoice;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Reading;
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EInvoiceReaderTests {

  private static final String GOOD = "A-10-invoice-full-match.xml";

  private final EInvoiceReader reader = new EInvoiceReader(SharedRules.RULES);

  @Test
  void readsWhatAnInvoiceSays() {
    ReceivedInvoice invoice = reader.read(bytes(GOOD)).applicable().orElseThrow();

    assertThat(invoice.number()).isEqualTo("881401");
    assertThat(invoice.type()).isEqualTo(InvoiceType.INVOICE);
    assertThat(invoice.issuedOn()).isEqualTo(LocalDate.of(2026, 3, 24));
    assertThat(invoice.dueOn()).isEqualTo(LocalDate.of(2026, 4, 23));
    assertThat(invoice.seller().name()).isEqualTo("Palokka Paper Oy");
    assertThat(invoice.seller().vatId()).isEqualTo("FI12345671");
    assertThat(invoice.totals().net()).isEqualTo(Money.of("887.50", "EUR"));
    assertThat(invoice.totals().payable()).isEqualTo(Money.of("1095.25", "EUR"));
    assertThat(invoice.orderReference()).isEqualTo("PO-2026-000117");
    assertThat(invoice.payeeAccounts()).containsExactly(PayeeAccount.of("FI2112345600000785"));
    assertThat(invoice.lines()).hasSize(3);
    assertThat(invoice.lines().get(1).name()).isEqualTo("Envelope C5");
    assertThat(invoice.lines().get(1).unitPrice()).isEqualByComparingTo("0.385");
    assertThat(invoice.taxes()).hasSize(2);
  }

  @Test
  void namesAnAccountOnceThatTheDocumentNamesTwice() {
    String once =
        "<cac:PayeeFinancialAccount><cbc:ID>FI2112345600000785</cbc:ID></cac:PayeeFinancialAccount>";
    String again =
        "</cac:PaymentMeans><cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>"
            + once.replace("FI2112", "FI21 12")
                .replace("</cbc:ID>", "</cbc:ID><cbc:Name>P</cbc:Name>");
    ReceivedInvoice invoice = reader.peek(changed(GOOD, once, once + again)).orElseThrow();

    assertThat(invoice.payeeAccounts()).containsExactly(PayeeAccount.of("FI2112345600000785"));
  }

  @Test
  void readsACreditNoteWithPositiveAmounts() {
    ReceivedInvoice note =
        reader.read(bytes("A-30-creditnote-partial.xml")).applicable().orElseThrow();

    assertThat(note.type()).isEqualTo(InvoiceType.CREDIT_NOTE);
    assertThat(note.totals().gross()).isEqualTo(Money.of("70.49", "EUR"));
    assertThat(note.precedingInvoice()).isEqualTo("881401");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-11-invoice-partial.xml",
        "A-14-invoice-duplicate-new-number.xml",
        "A-18-invoice-unknown-po.xml",
        "A-21-invoice-other-currency.xml",
        "A-22-invoice-other-supplier.xml",
        "A-24-invoice-extra-line.xml"
      })
  void acceptsWhatIsWellFormedBusinessHoweverOdd(String file) {
    assertThat(reader.read(bytes(file)).errors()).isEmpty();
  }

  @Test
  void namesTheBrokenRuleAndItsPlace() {
    Reading<ReceivedInvoice> reading =
        reader.read(
            changed(GOOD, ">1095.25</cbc:TaxInclusiveAmount", ">1095.26</cbc:TaxInclusiveAmount"));

    assertThat(reading.applicable()).isEmpty();
    assertThat(reading.summary()).contains("881401", "Palokka Paper Oy");
    assertThat(reading.errors())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo("BR-CO-15");
              assertThat(finding.place()).startsWith("/Invoice[1]");
              assertThat(finding.message()).contains("BT-112");
            });
  }

  @Test
  void namesTheLineThatBreaksTheSchema() {
    Reading<ReceivedInvoice> reading =
        reader.read(changed(GOOD, "<cbc:IssueDate>2026-03-24", "\n\n<cbc:IssueDate>24.03.2026"));

    assertThat(reading.errors())
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo("XSD");
              assertThat(finding.place()).startsWith("line 4,");
            });
  }

  @Test
  void saysWhatADocumentIsThatIsNoInvoice() {
    assertThat(reader.read(bytes("A-01-order.xml")).errors())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("einvoice.not-an-invoice");
              assertThat(finding.message()).contains("<Order>");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not xml",
        "<a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
        "<!DOCTYPE a><a/>",
        "<a>&undeclared;</a>",
        "<?xml version=\"1.0\" encoding=\"no-such\"?><a/>",
        "%PDF-1.7\nnothing that follows is right\n%%EOF"
      })
  void refusesWhatCannotBeReadSafely(String content) {
    Reading<ReceivedInvoice> reading = reader.read(content.getBytes(UTF_8));

    assertThat(reading.applicable()).isEmpty();
    assertThat(codes(reading)).containsAnyOf("einvoice.not-readable", "einvoice.pdf-unreadable");
  }

  @Test
  void refusesAnErrorPageAndWhatIsNestedWithoutEnd() {
    assertThat(codes(reader.read(bytes("html-error-page.xml")))).hasSize(1);
    String deep = "<a>".repeat(5000) + "</a>".repeat(5000);
    assertThat(codes(reader.read(deep.getBytes(UTF_8)))).containsExactly("einvoice.not-readable");
  }

  @Test
  void refusesBytesThatAreNotOfTheirEncoding() {
    byte[] content = bytes(GOOD);
    content[content.length / 2] = (byte) 0xFF;
    assertThat(codes(reader.read(content))).containsExactly("einvoice.not-readable");
  }

  @Test
  void readsUtf16() {
    byte[] utf16 = text(GOOD).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"").getBytes(UTF_16);
    assertThat(reader.read(utf16).applicable().orElseThrow().seller().address())
        .satisfies(address -> assertThat(address.city()).isEqualTo("Jyväskylä"));
  }

  @Test
  void checksAnInvoiceOfAnUnknownProfileAsPlainEn16931AndSaysSo() {
    Reading<ReceivedInvoice> reading =
        reader.read(
            changed(GOOD, "urn:fdc:peppol.eu:2017:poacc:billing:3.0", "urn:example.org:mine:1.0"));

    assertThat(reading.errors()).isEmpty();
    assertThat(reading.warnings())
        .extracting(Finding::code)
        .containsExactly("einvoice.profile-checked-as-core");
  }

  @Test
  void warnsOfAnAccountWithWrongCheckDigitsAndOfHiddenCharacters() {
    Reading<ReceivedInvoice> reading =
        reader.read(
            text(GOOD)
                .replace("FI2112345600000785", "FI2212345600000785")
                .replace("<cbc:RegistrationName>Pal", "<cbc:RegistrationName>\u202EPal")
                .getBytes(UTF_8));

    assertThat(reading.warnings())
        .extracting(Finding::code)
        .contains("einvoice.iban-check-digits", "einvoice.hidden-characters");
  }

  @Test
  void refusesAmountsNobodyCanKeep() {
    String digits = "9".repeat(20);
    String huge =
        text("A-30-creditnote-partial.xml")
            .replace("56.85", digits + ".00")
            .replace("70.49", digits + ".00")
            .replace("13.64", "0.00");
    assertThat(reader.read(huge.getBytes(UTF_8)).applicable()).isEmpty();
    assertThat(reader.peek(huge.getBytes(UTF_8)).map(OwnChecks::new).orElseThrow().errors())
        .extracting(Finding::code)
        .containsOnly("einvoice.amount-too-large");
  }

  @Test
  void turnsANegativeInvoiceIntoACreditNote() {
    ReceivedInvoice note = reader.peek(bytes("A-30-creditnote-partial.xml")).orElseThrow();
    ReceivedInvoice negative =
        new ReceivedInvoice(
            note.number(),
            note.issuedOn(),
            note.dueOn(),
            InvoiceType.INVOICE,
            note.currency(),
            note.seller(),
            note.buyer(),
            List.of(),
            List.of(),
            new ReceivedInvoice.Totals(
                Money.of("-10", "EUR"),
                Money.of("-2", "EUR"),
                Money.of("-12", "EUR"),
                Money.of("0", "EUR"),
                Money.of("-12", "EUR")),
            List.of(),
            null,
            null,
            null,
            null);

    ReceivedInvoice turned = Signs.normalized(negative);
    assertThat(turned.type()).isEqualTo(InvoiceType.CREDIT_NOTE);
    assertThat(turned.totals().payable()).isEqualTo(Money.of("12", "EUR"));
  }

  @Test
  void readsTheInvoiceInsideAPdf() throws IOException {
    assertThat(reader.read(pdf("factur-x.xml", bytes(GOOD))).applicable().orElseThrow().number())
        .isEqualTo("881401");
    assertThat(codes(reader.read(pdf("letter.txt", new byte[] {1}))))
        .containsExactly("einvoice.pdf-without-invoice");
  }

  private byte[] pdf(String name, byte[] content) throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      var file = new PDEmbeddedFile(document, new ByteArrayInputStream(content));
      var specification = new PDComplexFileSpecification();
      specification.setFile(name);
      specification.setEmbeddedFile(file);
      var tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of(name, specification));
      var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      document.save(out);
      return out.toByteArray();
    }
  }

  private static List<String> codes(Reading<ReceivedInvoice> reading) {
    return reading.errors().stream().map(Finding::code).toList();
  }

  private static byte[] changed(String file, String from, String to) {
    String before = text(file);
    assertThat(before).contains(from);
    return before.replace(from, to).getBytes(UTF_8);
  }

  private static String text(String file) {
    return new String(bytes(file), UTF_8);
  }

  static byte[] bytes(String file) {
    try (InputStream content = EInvoiceReaderTests.class.getResourceAsStream("/einvoice/" + file)) {
      return Objects.requireNonNull(content, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
