package org.countinghouse.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.countinghouse.workflows.engine.ProcessFile;
import org.countinghouse.workflows.engine.ProcessFolder;
import org.countinghouse.workflows.engine.ProcessFolders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every approval table of every folder gives what its {@code dmn-cases.yaml} says. */
class DecisionCasesTests {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  record Case(
      DmnDecision table,
      String name,
      @Nullable BigDecimal amount,
      @Nullable String costCentre,
      Map<String, Object> inputs,
      List<String> levels) {
    @Override
    public String toString() {
      return table.getKey() + ": " + name;
    }
  }

  static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    for (ProcessFolder folder : ProcessFolders.list()) {
      List<DmnDecision> tables =
          folder.files().stream()
              .filter(file -> file.extension().equals("dmn"))
              .flatMap(
                  file -> ENGINE.parseDecisions(new ByteArrayInputStream(file.bytes())).stream())
              .filter(table -> table.getKey().endsWith("-approval-levels"))
              .toList();
      for (DmnDecision table : tables) {
        ProcessFile file =
            folder.files().stream()
                .filter(found -> found.name().equals("dmn-cases.yaml"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(folder.path() + " lacks dmn-cases.yaml"));
        all.addAll(read(table, new String(file.bytes(), StandardCharsets.UTF_8)));
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private static List<Case> read(DmnDecision table, String yaml) {
    Map<String, Object> file = new Yaml().load(yaml);
    return ((List<Map<String, Object>>) file.get("cases"))
        .stream()
            .map(
                row ->
                    new Case(
                        table,
                        (String) row.get("name"),
                        row.get("amount") == null
                            ? null
                            : new BigDecimal(row.get("amount").toString()),
                        (String) row.get("costCentre"),
                        inputs(row),
                        (List<String>) row.get("levels")))
            .toList();
  }

  /** Whatever else a case names is an input of the subject's own. */
  private static Map<String, Object> inputs(Map<String, Object> row) {
    Map<String, Object> inputs = new HashMap<>(row);
    inputs.keySet().removeAll(List.of("name", "amount", "costCentre", "levels"));
    return inputs;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheLevelsInOrder(Case expected) {
    var result =
        ENGINE.evaluateDecision(
            expected.table(),
            Variables.fromMap(expected.inputs())
                .putValue("amount", expected.amount())
                .putValue("costCentre", expected.costCentre()));
    assertThat(result.getResultList())
        .extracting(row -> row.get("role") + " " + row.get("authority"))
        .containsExactlyElementsOf(expected.levels());
  }
}
