package org.countinghouse.workflows.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The filters every Tasklist user finds. They alone may hold expressions; filters that users make
 * are refused any by the gate. Which tasks a filter can show is decided by the rights on the tasks.
 */
class SharedFilters {

  /** Tasks that ask somebody something are named so, in every model: see the catalogue tests. */
  private static final String ANSWER_TASKS = "Task_Answer%";

  private final FilterService filters;
  private final TaskService tasks;
  private final Grants grants;

  SharedFilters(FilterService filters, TaskService tasks, Grants grants) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  void apply() {
    ensure(
        "My tasks",
        "Tasks I have taken or was given",
        10,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    ensure(
        "My roles' tasks",
        "Tasks nobody has taken yet that I may take, for a role I hold or by my own name",
        20,
        // a candidate user query covers the groups of that user
        tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}"));
    ensure(
        "Overdue",
        "Tasks of mine and my roles that should be done by now",
        30,
        tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    ensure(
        "Waiting for an answer",
        "Questions that somebody put to me or my roles",
        40,
        tasks.createTaskQuery().taskDefinitionKeyLike(ANSWER_TASKS));
  }

  private void ensure(String name, String description, int priority, TaskQuery query) {
    Filter filter =
        filters.createTaskFilterQuery().filterName(name).list().stream()
            .filter(found -> found.getOwner() == null)
            .findFirst()
            .orElseGet(() -> filters.newTaskFilter(name));
    filter.setQuery(query);
    filter.setProperties(Map.of("description", description, "priority", priority, "refresh", true));
    Filter saved = filters.saveFilter(filter);
    grants.setForEverybody(Resources.FILTER, saved.getId(), READ);
  }
}
