package org.countinghouse.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.countinghouse.approvals.simulation.DraftPolicy;
import org.countinghouse.approvals.simulation.DraftPolicy.Question;
import org.countinghouse.money.Money;
import org.countinghouse.workflows.engine.ProcessFile;
import org.countinghouse.workflows.engine.ProcessFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTablesTests {

  private static final DraftTables TABLES = new DraftTables();

  /** Every table in force can be handed in as a draft. */
  static List<ProcessFile> tables() {
    return ProcessFolders.list().stream()
        .flatMap(folder -> folder.files().stream())
        .filter(file -> file.name().equals("approval-levels.dmn"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableInForceIsReadable(ProcessFile file) {
    DraftPolicy policy = TABLES.read(file.name(), file.bytes());
    assertThat(policy.subjectType()).isNotBlank();
    assertThat(policy.levels(question("100"))).isNotNull();
  }

  @Test
  void saysTheLevelsOfTheTableInOrder() {
    DraftPolicy policy = TABLES.read("draft.dmn", invoices().getBytes(StandardCharsets.UTF_8));
    assertThat(policy.subjectType()).isEqualTo("supplier-invoice");
    assertThat(policy.levels(question("50000.01")))
        .extracting(level -> level.role() + " " + level.authority())
        .containsExactly("department-head ENDORSES", "controller ENDORSES", "cfo DECIDES");
    assertThat(policy.levels(question("5000")))
        .extracting(level -> level.role() + " " + level.authority())
        .containsExactly("department-head DECIDES");
  }

  @Test
  void askedAboutAnInputAnOlderRequestLacksItMatchesNoRuleThatWantsOne() {
    String withCategory =
        invoices()
            .replace("<text>costCentre</text>", "<text>category</text>")
            .replaceFirst(
                "(<inputEntry id=\"InputEntry_1_CostCentre\"><text>)(</text>)", "$1\"IT\"$2");
    DraftPolicy policy = TABLES.read("d", withCategory.getBytes(StandardCharsets.UTF_8));
    assertThat(policy.levels(question("10"))).isEmpty();
    assertThat(policy.levels(new Question(Money.of("10", "EUR"), null, Map.of("category", "IT"))))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1..1000000000 return i",
        "some x in [1,2] satisfies x > 1",
        "${''.getClass()}",
        "{a: 1}",
        "function(x) external { java: { class: \"java.lang.Runtime\" } }"
      })
  void cellsThatComputeAreRefused(String cell) {
    refused(invoices().replace("&lt;= 5000", cell.replace("<", "&lt;")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript", "juel", "groovy"})
  void otherLanguagesAreRefused(String language) {
    refused(
        invoices()
            .replace(
                "<inputEntry id=\"InputEntry_1_Amount\">",
                "<inputEntry id=\"InputEntry_1_Amount\" expressionLanguage=\"%s\">"
                    .formatted(language)));
  }

  @Test
  void whatIsNoTableIsRefused() {
    refused("");
    refused("hello");
    refused("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>" + invoices());
    refused(invoices().replace("supplier-invoice-approval-levels", "something-else"));
    refused(invoices().replace("<text>amount</text>", "<text>amount + 1</text>"));
    refused(invoices().replace("name=\"authority\"", "name=\"power\""));
  }

  @Test
  void aRuleWithoutAnOutputIsNamed() {
    DraftPolicy policy =
        TABLES.read(
            "d",
            invoices()
                .replaceFirst("\"DECIDES\"</text></outputEntry>", "\"NODS\"</text></outputEntry>")
                .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> policy.levels(question("10")))
        .hasMessageContaining("it gives no levels");
  }

  private static void refused(String dmn) {
    assertThatThrownBy(() -> TABLES.read("draft.dmn", dmn.getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("draft.dmn cannot be tried");
  }

  private static Question question(String amount) {
    return new Question(
        new Money(new BigDecimal(amount), Currency.getInstance("EUR")), null, Map.of());
  }

  private static String invoices() {
    return ProcessFolders.list().stream()
        .flatMap(folder -> folder.files().stream())
        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
        .filter(text -> text.contains("id=\"supplier-invoice-approval-levels\""))
        .filter(text -> text.contains("decisionTable"))
        .findFirst()
        .orElseThrow();
  }
}
