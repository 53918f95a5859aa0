package org.countinghouse.workflows.invoicesignoff;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld.Company;
import org.springframework.stereotype.Component;

/** What people do with a candidate a sign-off waits for. */
@Component
public class SupplierChangeSteps {

  private static SupplierChanges changes;
  private static Suppliers suppliers;

  SupplierChangeSteps(SupplierChanges changes, Suppliers suppliers) {
    SupplierChangeSteps.changes = changes;
    SupplierChangeSteps.suppliers = suppliers;
  }

  static void verify(Company company, ProcessInstance signOff) {
    decide(company, signOff, "APPROVE", "called the number in the register");
  }

  static void refuse(Company company, ProcessInstance signOff) {
    decide(company, signOff, "REJECT", "nobody there knows of us");
  }

  private static void decide(
      Company company, ProcessInstance signOff, String decision, String text) {
    ProcessInstance change = change(signOff);
    company.login("ap-clerk");
    var open = changes.open(supplierId(signOff)).get(0);
    var supplier = suppliers.require(supplierId(signOff));
    changes.prepare(open.id(), supplier.party(), supplier.terms(), company.actor("ap-clerk"));
    company.complete(change, new HashMap<>());
    company.login("controller");
    company.decide(company.approval(change), decision, text);
  }

  static void merge(Company company, ProcessInstance signOff, UUID into) {
    company.login("ap-clerk");
    company.complete(change(signOff), Map.of("mergeInto", into.toString()));
  }

  static ProcessInstance change(ProcessInstance signOff) {
    UUID supplier = supplierId(signOff);
    String changeId = changes.open(supplier).get(0).id().toString();
    return runtimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("supplier-change")
        .variableValueEquals("changeId", changeId)
        .singleResult();
  }

  private static UUID supplierId(ProcessInstance signOff) {
    return UUID.fromString((String) runtimeService().getVariable(signOff.getId(), "supplierId"));
  }
}
