package org.countinghouse.routes.supplierinvoices.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Reading;
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.routes.supplierinvoices.einvoice.OfficialRules.Verdict;
import org.countinghouse.routes.testing.OracleSamples;
import org.countinghouse.routes.xml.SafeXml;
import org.countinghouse.routes.xml.XmlNode;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every published outcome of every sample: the rules, the values, the single rules. */
@Tag("oracle")
class EInvoiceOracleTests {

  private static final Pattern WARNINGS = Pattern.compile("warnings: ([A-Z0-9 -]+)");

  private final OfficialRules rules = SharedRules.RULES;
  private final EInvoiceReader reader = new EInvoiceReader(rules);
  private final OracleSamples samples = new OracleSamples("einvoice");

  @TestFactory
  Stream<DynamicTest> everyDocumentHasItsOutcome() {
    return samples.testsOf("expected-outcomes.csv", row -> () -> outcomeOf(row));
  }

  @TestFactory
  Stream<DynamicTest> everyInvoiceIsReadAsItsAuthorMeantIt() {
    return samples.testsOf("expected-invoices.csv", row -> () -> valuesOf(row));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleDecidesItsOwnCases() {
    return samples.testsOf("expected-rule-fragments.csv", row -> () -> fragmentOf(row));
  }

  private void outcomeOf(NamedCsvRecord row) throws Exception {
    byte[] content = samples.bytes(row);
    String expected = row.getField("outcome");
    Reading<ReceivedInvoice> reading = reader.read(content);
    if (expected.startsWith("embedded: ")) {
      assertThat(InvoicePdf.find(content, 1 << 24).orElseThrow().name())
          .isEqualTo(expected.substring("embedded: ".length()));
      if (row.getField("note").contains("unsupported version")) {
        assertThat(codes(reading.errors())).containsExactly("einvoice.version-unsupported");
      }
    } else if (expected.startsWith("REFUSED")) {
      Assertions.assertTimeout(
          Duration.ofSeconds(1), () -> assertThat(reader.read(content).applicable()).isEmpty());
      assertThat(reading.errors())
          .singleElement()
          .extracting(Finding::message)
          .asString()
          .doesNotContain("root:");
    } else {
      judged(row, content, reading);
    }
  }

  private void judged(NamedCsvRecord row, byte[] content, Reading<ReceivedInvoice> reading)
      throws Exception {
    String ruleSet = row.getField(1);
    Document document = SafeXml.parse(EInvoiceReader.xml(content));
    Verdict verdict = rules.judge(document, content, ruleSet);
    Set<String> expectedErrors = words(row.getField("error rules"));

    assertThat(verdict.isValid()).isEqualTo(row.getField("outcome").equals("VALID"));
    assertThat(codes(verdict.errors())).isEqualTo(expectedErrors);
    var warnings = WARNINGS.matcher(row.getField("note"));
    if (warnings.find()) {
      assertThat(codes(verdict.warnings())).isEqualTo(words(warnings.group(1)));
    }
    assertThat(verdict.errors()).allMatch(finding -> !finding.place().isEmpty());

    XmlNode root = XmlNode.rootOf(document);
    Syntax.of(root)
        .filter(syntax -> Profile.of(syntax, root).ruleSet().equals(ruleSet))
        .ifPresentOrElse(
            syntax ->
                assertThat(codes(reading.errors()))
                    .containsAll(expectedErrors)
                    .isEqualTo(
                        expectedErrors.isEmpty()
                            ? Set.of()
                            : withOwn(codes(reading.errors()), expectedErrors)),
            () -> assertThat(Syntax.of(root).isPresent() || !reading.errors().isEmpty()).isTrue());
  }

  /** Besides the official findings the reader may add its own, never other official ones. */
  private static Set<String> withOwn(Set<String> found, Set<String> official) {
    Set<String> all = new TreeSet<>(official);
    found.stream().filter(code -> code.startsWith("einvoice.")).forEach(all::add);
    return all;
  }

  private void valuesOf(NamedCsvRecord row) throws Exception {
    byte[] content = samples.bytes(row);
    ReceivedInvoice invoice = reader.peek(content).orElseThrow();
    boolean negative = row.getField("gross").startsWith("-");
    boolean credit = InvoiceTypeCode.isCredit(row.getField("type_code"));

    assertThat(invoice.number()).isEqualTo(row.getField("number"));
    assertThat(invoice.issuedOn()).hasToString(row.getField("issue_date"));
    assertThat(Objects.toString(invoice.dueOn(), "")).isEqualTo(row.getField("due_date"));
    assertThat(invoice.type())
        .isEqualTo(credit != negative ? InvoiceType.CREDIT_NOTE : InvoiceType.INVOICE);
    assertThat(invoice.currency()).hasToString(row.getField("currency"));
    assertThat(invoice.seller().name()).isEqualTo(row.getField("seller"));
    assertAmount(invoice.totals().net(), row.getField("net"), negative);
    assertAmount(invoice.totals().tax(), row.getField("vat"), negative);
    assertAmount(invoice.totals().gross(), row.getField("gross"), negative);
    assertAmount(invoice.totals().payable(), row.getField("payable"), negative);
    assertThat(invoice.lines().stream().filter(l -> l.kind() == ReceivedLine.Kind.ITEM))
        .hasSize(Integer.parseInt(row.getField("lines")));
    assertThat(invoice.payeeAccounts())
        .extracting(PayeeAccount::number)
        .allMatch(number -> row.getField("payee_accounts").contains(number));
    assertThat(invoice.payeeAccounts().isEmpty())
        .isEqualTo(row.getField("payee_accounts").isEmpty());
    assertThat(Objects.toString(invoice.orderReference(), "")).isEqualTo(row.getField("order_ref"));
  }

  private static void assertAmount(Money found, String expected, boolean mirrored) {
    BigDecimal amount = expected.isEmpty() ? BigDecimal.ZERO : new BigDecimal(expected);
    assertThat(found.amount()).isEqualByComparingTo(mirrored ? amount.negate() : amount);
  }

  private void fragmentOf(NamedCsvRecord row) throws Exception {
    Element test =
        elements(SafeXml.parse(samples.bytes(row)).getDocumentElement(), "test")
            .get(Integer.parseInt(row.getField("test")) - 1);
    Element part =
        elements(test, "").stream()
            .filter(element -> !element.getLocalName().equals("assert"))
            .findFirst()
            .orElseThrow();
    Document alone = (Document) test.getOwnerDocument().cloneNode(false);
    alone.appendChild(alone.adoptNode(part));
    String ruleSet =
        "eu.cen.en16931:" + Syntax.of(XmlNode.rootOf(alone)).orElseThrow().coreName() + ":1.3.15";
    Verdict verdict = rules.judgeBusinessRules(alone, ruleSet);
    Set<String> broken = codes(verdict.errors());
    broken.addAll(codes(verdict.warnings()));

    assertThat(broken.contains(row.getField("rule")))
        .isEqualTo(row.getField("expected").equals("error"));
  }

  private static List<Element> elements(Element parent, String name) {
    Stream.Builder<Element> found = Stream.builder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && (name.isEmpty() || name.equals(element.getLocalName()))) {
        found.add(element);
      }
    }
    return found.build().toList();
  }

  private static Set<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
