package org.countinghouse.workflows.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.approvals.LevelRule.Authority;
import org.countinghouse.approvals.simulation.DraftPolicy;
import org.countinghouse.approvals.simulation.SimulationError;

/** A decision table as a policy; every matching rule is a level, as in the process. */
final class DraftTable implements DraftPolicy {

  private static final String KEY_END = "-approval-levels";

  private final String name;
  private final DmnEngine engine;
  private final DmnDecision table;
  private final List<String> inputs;
  private final Map<Question, List<LevelRule>> known = new HashMap<>();

  DraftTable(String name, DmnEngine engine, DmnDecision table, List<String> inputs) {
    this.name = name;
    this.engine = engine;
    this.table = table;
    this.inputs = inputs;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String subjectType() {
    String key = table.getKey();
    return key.substring(0, key.length() - KEY_END.length());
  }

  @Override
  public List<LevelRule> levels(Question question) {
    return known.computeIfAbsent(question, this::evaluate);
  }

  private List<LevelRule> evaluate(Question question) {
    Map<String, Object> variables = new HashMap<>();
    // an older request may not say what the table asks for; then it says nothing
    inputs.forEach(input -> variables.put(input, null));
    variables.putAll(question.inputs());
    variables.put("amount", question.amount() == null ? null : question.amount().amount());
    variables.put("costCentre", question.costCentre());
    try {
      return engine.evaluateDecisionTable(table, variables).getResultList().stream()
          .map(this::level)
          .toList();
    } catch (DmnEngineException | IllegalArgumentException e) {
      throw SimulationError.TABLE_INVALID.with(
          name, "it gives no levels for %s: %s".formatted(question, DraftTables.shortly(e)));
    }
  }

  private LevelRule level(Map<String, Object> row) {
    return new LevelRule(
        cell(row, "role"),
        Authority.valueOf(cell(row, "authority")),
        Duration.ofHours(Long.parseLong(cell(row, "remindAfterHours"))),
        Duration.ofHours(Long.parseLong(cell(row, "escalateAfterHours"))));
  }

  private static String cell(Map<String, Object> row, String column) {
    return Objects.requireNonNullElseGet(
            row.get(column),
            () -> {
              throw new IllegalArgumentException("no " + column + " in a rule that matches");
            })
        .toString();
  }
}
