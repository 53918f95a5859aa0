package org.countinghouse.workflows.invoicesignoff;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.access.ApprovalLimit;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Coding;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A company with people of every role, limits, and one verified supplier. */
@Component
public class SignOffWorld {

  private static final Actor SETUP = Actor.system("test");

  private final PayablesWorld payablesWorld;
  private final Users users;
  private final Roles roles;
  private final Access access;
  private final ApprovalLimits limits;
  private final Suppliers suppliers;
  private final Payables payables;
  private final InvoiceCoding coding;
  private final IdentityService identity;
  private final TaskService tasks;

  SignOffWorld(
      PayablesWorld payablesWorld,
      Users users,
      Roles roles,
      Access access,
      ApprovalLimits limits,
      Suppliers suppliers,
      Payables payables,
      InvoiceCoding coding,
      IdentityService identity,
      TaskService tasks) {
    this.payablesWorld = payablesWorld;
    this.users = users;
    this.roles = roles;
    this.access = access;
    this.limits = limits;
    this.suppliers = suppliers;
    this.payables = payables;
    this.coding = coding;
    this.identity = identity;
    this.tasks = tasks;
  }

  /** One company and its people; names are the role and the company's code. */
  public final class Company {
    private final Organization organization = payablesWorld.company();
    private @Nullable String user;

    Company() {
      for (String role :
          List.of("ap-clerk", "department-head", "controller", "cfo", "accountant", "requester")) {
        person(role, role);
      }
      limit("department-head", "5000");
      limit("controller", "50000");
      limit("cfo", "10000000");
    }

    public Organization organization() {
      return organization;
    }

    public UUID id() {
      return organization.id();
    }

    /** A further person of a role. */
    public String person(String name, String role) {
      String username = name(name);
      if (users.find(username).isEmpty()) {
        users.create(
            NewUser.person(
                username, name, username + "@example.org", Locale.ENGLISH, "correct horse battery"),
            SETUP);
      }
      roles.grant(username, role, organization.id(), SETUP);
      return username;
    }

    public String name(String role) {
      return role + "." + organization.code().toLowerCase(Locale.ROOT);
    }

    public Actor actor(String role) {
      return Actor.of(name(role));
    }

    void limit(String role, String amount) {
      limits.set(
          new ApprovalLimit(
              organization.id(), role, null, "supplier-invoice", null, Money.of(amount, "EUR")),
          SETUP);
    }

    /** Completes tasks as this person from here on, with his rights in the engine. */
    public void login(String role) {
      user = name(role);
    }

    /** Completes tasks with no session, as code of ours would. */
    public void logout() {
      user = null;
    }

    /** A supplier that may be paid, known by its VAT id. */
    public Supplier supplier(String vatId) {
      return suppliers.adopt(
          organization.id(),
          new NewSupplier(
              PayablesWorld.seller("Seller " + vatId, vatId),
              SupplierTerms.DEFAULT,
              List.of(PayeeAccount.of(PayablesWorld.GOOD_IBAN))),
          SETUP,
          actor("controller"));
    }

    /** Receives an invoice of this net amount and no tax; the process that came of it. */
    public ProcessInstance receive(String number, String vatId, String net) {
      return receive(
          PayablesWorld.invoice(
              number,
              InvoiceType.INVOICE,
              PayablesWorld.seller("Seller " + vatId, vatId),
              List.of(PayablesWorld.line("1", net, "E", "0")),
              List.of(PayablesWorld.tax("E", "0", net, "0.00"))));
    }

    public ProcessInstance receive(ReceivedInvoice received) {
      UUID id =
          payables
              .receive(organization.id(), received, null, null, Actor.system("inbox"))
              .invoiceId();
      return process(id);
    }

    public ProcessInstance process(UUID invoiceId) {
      return runtimeService()
          .createProcessInstanceQuery()
          .processDefinitionKey("invoice-sign-off")
          .variableValueEquals("invoiceId", invoiceId.toString())
          .singleResult();
    }

    /** The clerk codes everything to office supplies and sends it on. */
    public void code(ProcessInstance signOff) {
      login("ap-clerk");
      coding.code(
          invoiceId(signOff),
          new Coding(PayablesWorld.coding(1, "E0").lines(), LocalDate.of(2026, 3, 10), null, null),
          actor("ap-clerk"));
      complete(signOff, Map.of("codingOutcome", "CODED"));
    }

    public UUID invoiceId(ProcessInstance signOff) {
      return UUID.fromString((String) runtimeService().getVariable(signOff.getId(), "invoiceId"));
    }

    /** The approval a process waits for. */
    public ProcessInstance approval(ProcessInstance caller) {
      return runtimeService()
          .createProcessInstanceQuery()
          .superProcessInstanceId(caller.getId())
          .singleResult();
    }

    /** Completes the one open task of the instance as whoever is logged in. */
    public void complete(ProcessInstance instance, Map<String, Object> variables) {
      String taskId = task(instance).getId();
      logged(
          () -> {
            tasks.complete(taskId, variables);
            return taskId;
          });
    }

    /** Starts a process by its start form as whoever is logged in. */
    public ProcessInstance start(String key, Map<String, Object> variables) {
      return logged(() -> runtimeService().startProcessInstanceByKey(key, variables));
    }

    private <T> T logged(java.util.function.Supplier<T> act) {
      if (user != null) {
        identity.setAuthentication(
            user,
            List.copyOf(access.rolesOf(user, organization.id())),
            List.of(organization.code()));
      }
      try {
        return act.get();
      } finally {
        identity.clearAuthentication();
      }
    }

    public void decide(ProcessInstance approval, String decision, String text) {
      Map<String, Object> said = new HashMap<>();
      said.put("decision", decision);
      said.put("text", text);
      complete(approval, said);
    }

    public List<String> candidates(Task task) {
      return tasks.getIdentityLinksForTask(task.getId()).stream()
          .filter(link -> link.getUserId() != null)
          .map(link -> link.getUserId())
          .sorted()
          .toList();
    }
  }

  /** A company nobody else has. */
  public Company company() {
    identity.clearAuthentication();
    return new Company();
  }
}
