package org.countinghouse.workflows.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.countinghouse.workflows.engine.ProcessFile;
import org.countinghouse.workflows.engine.ProcessFolder;
import org.countinghouse.workflows.engine.ProcessFolders;
import org.countinghouse.workflows.engine.Raises;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every process of every folder keeps the rules of the models (STYLE.md, DESIGN.md section 5). */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessCatalogueTests {

  private static final Pattern GENERATED_ID =
      Pattern.compile(
          "(Activity|Flow|Event|Gateway|Process|Definitions|DataObject|StartEvent|EndEvent|Task|"
              + "UserTask|ServiceTask|SequenceFlow|sequenceFlow|ExclusiveGateway|Participant|Lane|Error|"
              + "Message|BoundaryEvent|IntermediateEvent|TimerEventDefinition|SubProcess)"
              + "_(?=[a-z]*[0-9])[0-9a-z]{1,7}");
  private static final Pattern PLAIN_EXPRESSION = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
  private static final int ACTIVITIES_MAX = 12;

  @Autowired ListableBeanFactory application;

  /** A process model with the folder it stands in. */
  record Model(ProcessFolder folder, ProcessFile file, BpmnModelInstance bpmn) {

    Process process() {
      return bpmn.getModelElementsByType(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
      return bpmn.getModelElementsByType(type);
    }

    @Override
    public String toString() {
      return folder.path();
    }
  }

  static List<Model> models() {
    return ProcessFolders.list().stream()
        .flatMap(
            folder ->
                folder.files().stream()
                    .filter(file -> file.extension().equals("bpmn"))
                    .map(
                        file ->
                            new Model(
                                folder,
                                file,
                                Bpmn.readModelFromStream(new ByteArrayInputStream(file.bytes())))))
        .toList();
  }

  @Test
  void everyFolderHasAModelOrDecisionsAndAReadme() {
    assertThat(ProcessFolders.list())
        .isNotEmpty()
        .allSatisfy(
            folder -> {
              assertThat(folder.files()).extracting(ProcessFile::name).contains("README.md");
              assertThat(folder.files())
                  .extracting(ProcessFile::extension)
                  .containsAnyOf("bpmn", "dmn");
            });
  }

  @Test
  void noTwoFoldersHaveTheSameKey() {
    assertThat(ProcessFolders.list()).extracting(ProcessFolder::key).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("models")
  void keyIsFolderIsFile(Model model) {
    assertThat(model.all(Process.class)).as("one pool").hasSize(1);
    assertThat(model.process().getId()).isEqualTo(model.folder().key());
    assertThat(model.file().name()).isEqualTo(model.folder().key() + ".bpmn");
    assertThat(model.process().getName()).isNotBlank();
    assertThat(model.process().isExecutable()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("models")
  void historyEnds(Model model) {
    assertThat(model.process().getCamundaHistoryTimeToLiveString()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("models")
  void idsAreNamesAndNotGenerated(Model model) {
    assertThat(model.all(BaseElement.class))
        .extracting(BaseElement::getId)
        .filteredOn(id -> id != null && GENERATED_ID.matcher(id).matches())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everythingAPersonSeesIsLabelled(Model model) {
    List<String> unlabelled = new ArrayList<>();
    for (FlowNode node : model.all(FlowNode.class)) {
      boolean joins = node instanceof Gateway && node.getOutgoing().size() < 2;
      boolean parallel = node instanceof Gateway && !isDecision(node);
      if (!joins && !parallel && (node.getName() == null || node.getName().isBlank())) {
        unlabelled.add(node.getId());
      }
      if (isDecision(node) && node.getOutgoing().size() > 1) {
        if (!String.valueOf(node.getName()).endsWith("?")) {
          unlabelled.add(node.getId() + " (a gateway asks a question)");
        }
        node.getOutgoing().stream()
            .filter(flow -> flow.getName() == null || flow.getName().isBlank())
            .forEach(flow -> unlabelled.add(flow.getId()));
      }
    }
    assertThat(unlabelled).isEmpty();
    assertThat(model.all(EndEvent.class))
        .extracting(EndEvent::getName)
        .noneMatch(
            name -> name != null && name.toLowerCase().matches(".*\\b(processed|handled)\\b.*"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void thereAreNoScripts(Model model) {
    assertThat(model.all(ScriptTask.class)).isEmpty();
    assertThat(model.all(Script.class)).isEmpty();
    assertThat(model.all(CamundaScript.class)).isEmpty();
    assertThat(model.all(org.camunda.bpm.model.bpmn.instance.ConditionExpression.class))
        .allSatisfy(condition -> assertThat(condition.getLanguage()).isNull());
  }

  @ParameterizedTest
  @MethodSource("models")
  void decidingGatewaysHaveADefault(Model model) {
    assertThat(model.all(FlowNode.class))
        .filteredOn(node -> isDecision(node) && node.getOutgoing().size() > 1)
        .allSatisfy(
            node -> assertThat(defaultOf(node)).as("default flow of %s", node.getId()).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("models")
  void conditionsReadOneDecision(Model model) {
    assertThat(model.all(org.camunda.bpm.model.bpmn.instance.ConditionExpression.class))
        .extracting(ModelElementInstance::getTextContent)
        .allMatch(
            text ->
                text.trim()
                    .matches("[$#]\\{\\s*!?\\s*(not )?\\w+(\\s*==\\s*('\\w+'|true|false))?\\s*}"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void delegatesAndListenersAreBeans(Model model) {
    List<String> unknown = new ArrayList<>();
    for (String expression : handlers(model)) {
      Matcher name = PLAIN_EXPRESSION.matcher(expression);
      if (!name.matches() || !isHandler(name.group(1))) {
        unknown.add(expression);
      }
    }
    assertThat(unknown).as("expressions that name no delegate or listener").isEmpty();
    assertThat(withAttribute(model, "class")).as("classes instead of beans").isEmpty();
    assertThat(withAttribute(model, "expression")).as("logic in expressions").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyServiceTaskDoesSomething(Model model) {
    assertThat(model.all(ServiceTask.class))
        .allSatisfy(
            task ->
                assertThat(
                        task.getCamundaDelegateExpression() != null
                            || "external".equals(task.getCamundaType()))
                    .as(task.getId())
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyErrorADelegateRaisesIsCaughtAndNothingElse(Model model) {
    for (ServiceTask task : model.all(ServiceTask.class)) {
      if (task.getCamundaDelegateExpression() == null) {
        continue;
      }
      Matcher name = PLAIN_EXPRESSION.matcher(task.getCamundaDelegateExpression());
      if (!name.matches() || !isHandler(name.group(1))) {
        continue; // said by another test
      }
      Class<?> type = AopUtils.getTargetClass(application.getBean(name.group(1)));
      Set<String> raised =
          Optional.ofNullable(type.getAnnotation(Raises.class))
              .map(raises -> Set.of(raises.value()))
              .orElse(Set.of());
      Set<String> missing = new TreeSet<>(raised);
      missing.removeAll(caughtAround(model, task));
      assertThat(missing)
          .as("codes %s raises uncaught at %s", type.getSimpleName(), task.getId())
          .isEmpty();
      if (!raised.isEmpty()) {
        Set<String> caughtHere = new TreeSet<>(caughtAt(model, task));
        caughtHere.removeAll(raised);
        assertThat(caughtHere).as("codes caught at %s that nobody raises", task.getId()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void jobActivitiesNameTheirJob(Model model) {
    assertThat(model.all(ServiceTask.class))
        .filteredOn(task -> "external".equals(task.getCamundaType()))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaTopic()).as(task.getId()).isEqualTo("job");
              assertThat(inputs(task)).as(task.getId()).contains("job");
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void formsExist(Model model) {
    Set<String> files =
        model.folder().files().stream().map(ProcessFile::name).collect(Collectors.toSet());
    assertThat(model.all(UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaFormKey())
                  .as("form of %s", task.getId())
                  .startsWith("embedded:deployment:");
              assertThat(files)
                  .contains(task.getCamundaFormKey().substring("embedded:deployment:".length()));
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void calledProcessesExist(Model model) {
    Set<String> keys =
        ProcessFolders.list().stream().map(ProcessFolder::key).collect(Collectors.toSet());
    assertThat(model.all(CallActivity.class))
        .allSatisfy(call -> assertThat(keys).as(call.getId()).contains(call.getCalledElement()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everythingIsDrawn(Model model) {
    Set<String> shapes =
        model.all(BpmnShape.class).stream()
            .map(shape -> shape.getBpmnElement().getId())
            .collect(Collectors.toSet());
    Set<String> edges =
        model.all(BpmnEdge.class).stream()
            .map(edge -> edge.getBpmnElement().getId())
            .collect(Collectors.toSet());
    assertThat(model.all(FlowNode.class)).extracting(FlowNode::getId).allMatch(shapes::contains);
    assertThat(model.all(SequenceFlow.class))
        .extracting(SequenceFlow::getId)
        .allMatch(edges::contains);
  }

  @ParameterizedTest
  @MethodSource("models")
  void diagramIsSmallEnoughToRead(Model model) {
    long activities =
        model.all(Activity.class).stream()
            .filter(activity -> !(activity instanceof SubProcess))
            .count();
    assertThat(activities).isLessThanOrEqualTo(ACTIVITIES_MAX);
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyPathEnds(Model model) {
    assertThat(model.all(FlowNode.class))
        .filteredOn(node -> node.getOutgoing().isEmpty())
        .allSatisfy(
            node ->
                assertThat(
                        node instanceof EndEvent
                            || node instanceof SubProcess && ((SubProcess) node).triggeredByEvent())
                    .as("%s leads nowhere", node.getId())
                    .isTrue());
    assertThat(model.all(FlowNode.class))
        .filteredOn(node -> node.getIncoming().isEmpty())
        .allSatisfy(
            node ->
                assertThat(node instanceof Event || node instanceof SubProcess)
                    .as("%s is never reached", node.getId())
                    .isTrue());
  }

  private static boolean isDecision(FlowNode node) {
    return node instanceof ExclusiveGateway || node instanceof InclusiveGateway;
  }

  private static SequenceFlow defaultOf(FlowNode node) {
    return node instanceof ExclusiveGateway exclusive
        ? exclusive.getDefault()
        : ((InclusiveGateway) node).getDefault();
  }

  /** Every delegate expression of tasks, events and listeners. */
  private static List<String> handlers(Model model) {
    return withAttribute(model, "delegateExpression");
  }

  private static List<String> withAttribute(Model model, String attribute) {
    String namespace = "http://camunda.org/schema/1.0/bpmn";
    Function<ModelElementInstance, Stream<String>> value =
        element ->
            Stream.of(
                    element.getAttributeValueNs(namespace, attribute),
                    element.getElementType().getTypeNamespace().equals(namespace)
                        ? element.getAttributeValue(attribute)
                        : null)
                .filter(text -> text != null);
    return model.all(ModelElementInstance.class).stream().flatMap(value).toList();
  }

  private boolean isHandler(String bean) {
    return application.containsBean(bean)
        && Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
            .anyMatch(kind -> kind.isAssignableFrom(application.getType(bean)));
  }

  private static Set<String> caughtAround(Model model, FlowNode node) {
    Set<String> caught = new TreeSet<>(caughtAt(model, node));
    ModelElementInstance parent = node.getParentElement();
    while (parent instanceof SubProcess subProcess) {
      caught.addAll(caughtAt(model, subProcess));
      parent = subProcess.getParentElement();
    }
    return caught;
  }

  private static Set<String> caughtAt(Model model, ModelElementInstance activity) {
    return model.all(BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo().equals(activity))
        .flatMap(event -> event.getEventDefinitions().stream())
        .filter(ErrorEventDefinition.class::isInstance)
        .map(definition -> ((ErrorEventDefinition) definition).getError())
        .filter(error -> error != null)
        .map(error -> error.getErrorCode())
        .collect(Collectors.toSet());
  }

  private static List<String> inputs(ServiceTask task) {
    return task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
        .filter(input -> isWithin(input, task))
        .map(CamundaInputParameter::getCamundaName)
        .toList();
  }

  private static boolean isWithin(ModelElementInstance element, ModelElementInstance ancestor) {
    ModelElementInstance parent = element.getParentElement();
    return parent != null && (parent.equals(ancestor) || isWithin(parent, ancestor));
  }
}
