package org.countinghouse.routes.supplierinvoices.einvoice;

import com.helger.diagnostics.error.IError;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.EValidationType;
import com.helger.phive.api.execute.IValidationExecutorCacheSupport;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executor.IValidationExecutor;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResult;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.xml.schematron.ValidationExecutorSchematron;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xml.xsd.ValidationExecutorXSD;
import com.helger.phive.xrechnung.XRechnungValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.countinghouse.errors.Finding;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * The rules as their authors publish them: XML schemas and Schematron of EN 16931, Peppol BIS and
 * XRechnung, run by phive. A rule set is compiled when first used, which takes seconds, then shared
 * by all threads.
 */
@Component
class OfficialRules {

  /** The code of findings of the XML schema, which has no rule ids. */
  static final String SCHEMA = "XSD";

  private static final Pattern LEADING_ID = Pattern.compile("^\\[[A-Z0-9-]+]\\s*-?\\s*");

  private final ValidationExecutorSetRegistry<IValidationSourceXML> registry =
      new ValidationExecutorSetRegistry<>();

  OfficialRules() {
    EN16931Validation.initEN16931(registry);
    PeppolValidation.initStandard(registry);
    XRechnungValidation.initXRechnung(registry);
  }

  /**
   * Judges a document. When it breaks the schema the business rules are not reached.
   *
   * @param document the parsed content
   * @param content its bytes, for the lines of schema findings
   * @param ruleSet such as {@code de.xrechnung:cii:3.0.2}
   */
  Verdict judge(Document document, byte[] content, String ruleSet) {
    IValidationExecutorSet<IValidationSourceXML> rules = ruleSet(ruleSet);
    List<Finding> errors = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    boolean schemaBroken = false;
    for (ValidationResult result :
        ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(), rules, source(document), Locale.ENGLISH)) {
      boolean schema = result.getValidationArtefact().getValidationType() == EValidationType.XSD;
      for (IError error : result.getErrorList()) {
        if (schema && error.isError()) {
          schemaBroken = true;
        } else {
          (error.isError() ? errors : warnings).add(finding(error));
        }
      }
    }
    if (schemaBroken) {
      errors.addAll(0, SchemaFindings.of(schemaOf(rules), content));
    }
    return new Verdict(errors, warnings);
  }

  /** Only the business rules, for parts of documents that no schema would pass. */
  Verdict judgeBusinessRules(Node part, String ruleSet) {
    List<Finding> errors = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    for (IValidationExecutor<IValidationSourceXML> rules : ruleSet(ruleSet).executors()) {
      if (rules instanceof ValidationExecutorSchematron schematron) {
        for (IError error :
            schematron.applyValidation(source(part), Locale.ENGLISH).getErrorList()) {
          (error.isError() ? errors : warnings).add(finding(error));
        }
      }
    }
    return new Verdict(errors, warnings);
  }

  /** Compiles a rule set ahead of its first use. */
  void compile(String ruleSet) {
    for (IValidationExecutor<IValidationSourceXML> rules : ruleSet(ruleSet).executors()) {
      if (rules instanceof IValidationExecutorCacheSupport compiled) {
        compiled.ensureItemIsInCache();
      } else if (rules instanceof ValidationExecutorXSD xsd) {
        Objects.requireNonNull(xsd.getSchemaProvider().get());
      }
    }
  }

  private IValidationExecutorSet<IValidationSourceXML> ruleSet(String id) {
    DVRCoordinate coordinate = DVRCoordinate.parseOrNull(id);
    var rules = coordinate == null ? null : registry.getOfID(coordinate);
    if (rules == null) {
      throw new IllegalArgumentException("There is no rule set " + id);
    }
    return rules;
  }

  private static ValidationExecutorXSD schemaOf(IValidationExecutorSet<IValidationSourceXML> set) {
    for (IValidationExecutor<IValidationSourceXML> rules : set.executors()) {
      if (rules instanceof ValidationExecutorXSD xsd) {
        return xsd;
      }
    }
    throw new IllegalStateException(set.getID() + " reported schema errors without a schema");
  }

  private static IValidationSourceXML source(Node node) {
    return ValidationSourceXML.create("document", node);
  }

  private static Finding finding(IError error) {
    String id = error.getErrorID();
    String field = error.getErrorFieldName();
    String text = error.getErrorText(Locale.ENGLISH);
    return new Finding(
        id == null ? "unnamed-rule" : id,
        field == null ? "" : field.replace("/:", "/"),
        text == null ? "" : LEADING_ID.matcher(text.strip()).replaceFirst(""));
  }

  /**
   * What the rules say.
   *
   * @param errors make the document invalid
   * @param warnings do not
   */
  record Verdict(List<Finding> errors, List<Finding> warnings) {

    boolean isValid() {
      return errors.isEmpty();
    }
  }
}
