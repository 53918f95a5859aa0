package org.countinghouse.workflows.simulation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.countinghouse.approvals.simulation.DraftPolicy;
import org.countinghouse.approvals.simulation.SimulationError;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a decision table somebody hands in. It comes from outside, so it gets an engine of its own
 * that speaks FEEL only, reaches no bean and no class, and cells that compare but do not compute:
 * no loops, no functions of the author's own.
 */
@Component
public class DraftTables {

  private static final String KEY_END = "-approval-levels";
  private static final int BYTES_MAX = 1 << 20;
  private static final int CELL_LENGTH_MAX = 500;
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern COMPUTES =
      Pattern.compile("\\b(for|some|every|function|external|return)\\b|[{}$#]");
  private static final Set<String> OUTPUTS =
      Set.of("role", "authority", "remindAfterHours", "escalateAfterHours");

  private final DmnEngine engine;

  DraftTables() {
    var configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.setDefaultInputExpressionExpressionLanguage("feel");
    configuration.setDefaultInputEntryExpressionLanguage("feel");
    configuration.setDefaultOutputEntryExpressionLanguage("feel");
    configuration.setDefaultLiteralExpressionLanguage("feel");
    configuration.setElProvider(
        expression -> {
          throw new DmnEngineException("only FEEL is read: " + expression);
        });
    configuration.setScriptEngineResolver(
        language -> {
          throw new DmnEngineException("only FEEL is read, not " + language);
        });
    this.engine = configuration.buildEngine();
  }

  /**
   * The policy a table says.
   *
   * @param name what to call it in findings and reports, such as its file's name
   * @throws BusinessException {@code approvals.table-invalid}
   */
  public DraftPolicy read(String name, byte[] file) {
    try {
      Decision decision = check(name, model(name, file));
      DmnDecision table = engine.parseDecision(decision.getId(), new ByteArrayInputStream(file));
      DecisionTable content = (DecisionTable) decision.getExpression();
      List<String> inputs =
          content.getInputs().stream()
              .map(input -> text(input.getInputExpression().getText()))
              .toList();
      return new DraftTable(name, engine, table, inputs);
    } catch (ModelException | DmnEngineException e) {
      throw SimulationError.TABLE_INVALID.with(name, "it is no DMN: " + shortly(e));
    }
  }

  private static DmnModelInstance model(String name, byte[] file) {
    if (file.length == 0 || file.length > BYTES_MAX) {
      throw SimulationError.TABLE_INVALID.with(name, "it is empty or larger than a megabyte");
    }
    String text = new String(file, StandardCharsets.UTF_8);
    if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
      throw SimulationError.TABLE_INVALID.with(name, "it declares a document type");
    }
    try {
      return Dmn.readModelFromStream(new ByteArrayInputStream(file));
    } catch (DmnModelException e) {
      throw SimulationError.TABLE_INVALID.with(name, "it is no DMN: " + shortly(e));
    }
  }

  private static Decision check(String name, DmnModelInstance model) {
    List<Decision> decisions = List.copyOf(model.getModelElementsByType(Decision.class));
    if (decisions.size() != 1
        || !decisions.get(0).getId().endsWith(KEY_END)
        || !(decisions.get(0).getExpression() instanceof DecisionTable table)) {
      throw SimulationError.TABLE_INVALID.with(
          name, "it is to hold one decision table, with the id <subject>" + KEY_END);
    }
    Set<String> outputs =
        table.getOutputs().stream().map(Output::getName).collect(Collectors.toSet());
    if (!outputs.containsAll(OUTPUTS)) {
      throw SimulationError.TABLE_INVALID.with(name, "its outputs are to be " + OUTPUTS);
    }
    for (Input input : table.getInputs()) {
      if (input.getInputExpression() == null
          || !NAME.matcher(text(input.getInputExpression().getText())).matches()) {
        throw SimulationError.TABLE_INVALID.with(
            name, "each input is to be one name, such as amount, costCentre or category");
      }
    }
    checkCells(name, model);
    return decisions.get(0);
  }

  /** Every language named, every expression: also those of cells nothing would reach. */
  private static void checkCells(String name, DmnModelInstance model) {
    for (LiteralExpression cell : model.getModelElementsByType(LiteralExpression.class)) {
      checkCell(name, cell.getExpressionLanguage(), text(cell.getText()));
    }
    for (UnaryTests cell : model.getModelElementsByType(UnaryTests.class)) {
      checkCell(name, cell.getExpressionLanguage(), text(cell.getText()));
    }
    for (InputExpression cell : model.getModelElementsByType(InputExpression.class)) {
      checkCell(name, cell.getExpressionLanguage(), text(cell.getText()));
    }
  }

  private static void checkCell(String name, @Nullable String language, String cell) {
    boolean feel =
        language == null
            || language.isBlank()
            || language.equalsIgnoreCase("feel")
            || language.endsWith("/FEEL/");
    Matcher computes = COMPUTES.matcher(TEXT.matcher(cell).replaceAll("\"\""));
    if (!feel || cell.length() > CELL_LENGTH_MAX || computes.find()) {
      throw SimulationError.TABLE_INVALID.with(
          name, "a cell is to compare in FEEL, and this one does something else: " + cell);
    }
  }

  private static String text(@Nullable Text text) {
    return text == null ? "" : text.getTextContent().strip();
  }

  static String shortly(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    return message.length() > 200 ? message.substring(0, 200) + "…" : message;
  }
}
