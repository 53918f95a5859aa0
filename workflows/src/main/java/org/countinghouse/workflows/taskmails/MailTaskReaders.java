package org.countinghouse.workflows.taskmails;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.countinghouse.access.Access;
import org.countinghouse.notification.Mail;
import org.countinghouse.notification.MailPreferences;
import org.countinghouse.notification.Mails;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * Mails a new task to those who could take it and want to know at once. A question to a maker is
 * mailed to everybody concerned already.
 */
@Component
class MailTaskReaders implements TaskListener {

  private static final String ANSWER_TASKS = "Task_Answer";

  private final Mails mails;
  private final MailPreferences preferences;
  private final Access access;
  private final Organizations organizations;

  MailTaskReaders(
      Mails mails, MailPreferences preferences, Access access, Organizations organizations) {
    this.mails = mails;
    this.preferences = preferences;
    this.access = access;
    this.organizations = organizations;
  }

  @Override
  public void notify(DelegateTask task) {
    String organization = task.getTenantId();
    if (organization == null || task.getTaskDefinitionKey().startsWith(ANSWER_TASKS)) {
      return;
    }
    List<String> readers = preferences.taskMailReaders(people(task, organization));
    if (!readers.isEmpty()) {
      mails.send(
          new Mail(
              organizations.byCode(organization).id(),
              readers,
              "notification/task",
              model(task),
              "task:" + task.getId()));
    }
  }

  private Set<String> people(DelegateTask task, String organization) {
    Set<String> people = new TreeSet<>();
    if (task.getAssignee() != null) {
      people.add(task.getAssignee());
    }
    task.getCandidates().stream()
        .map(IdentityLink::getUserId)
        .filter(Objects::nonNull)
        .forEach(people::add);
    List<String> roles =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList();
    if (!roles.isEmpty()) {
      UUID organizationId = organizations.byCode(organization).id();
      roles.forEach(role -> people.addAll(access.usersWithRole(role, organizationId)));
    }
    return people;
  }

  private Map<String, Object> model(DelegateTask task) {
    Map<String, Object> model = new HashMap<>();
    model.put("task", Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()));
    model.put("description", task.getDescription());
    model.put("link", mails.link("/tasks/" + task.getId()));
    model.put("settings", mails.link("/substitutes"));
    return model;
  }
}
