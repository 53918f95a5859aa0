package org.countinghouse.workflows.engine.identity;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** A user query over {@link Directory}. */
class DirectoryUserQuery extends UserQueryImpl {

  private static final long serialVersionUID = 1L;

  private final transient Directory directory;

  DirectoryUserQuery(Directory directory) {
    super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    this.directory = directory;
  }

  @Override
  public long executeCount(CommandContext context) {
    return find().size();
  }

  @Override
  public List<User> executeList(CommandContext context, @Nullable Page page) {
    return Results.page(find(), getFirstResult(), getMaxResults());
  }

  private List<User> find() {
    Collection<String> inGroup = groupId == null ? null : directory.usersWithRole(groupId);
    Collection<String> inTenant = tenantId == null ? null : directory.usersOf(tenantId);
    List<String> self = Results.ownUser();
    return candidates()
        .filter(user -> Results.among(ids, user.getId()))
        .filter(user -> Results.matches(firstName, user.getFirstName()))
        .filter(user -> Results.like(firstNameLike, user.getFirstName()))
        .filter(user -> Results.matches(lastName, user.getLastName()))
        .filter(user -> Results.like(lastNameLike, user.getLastName()))
        .filter(user -> Results.matches(email, user.getEmail()))
        .filter(user -> Results.like(emailLike, user.getEmail()))
        .filter(user -> Results.among(inGroup, user.getId()))
        .filter(user -> Results.among(inTenant, user.getId()))
        .filter(user -> Results.visible(Resources.USER, user.getId(), self))
        .toList();
  }

  /** One row by its key where the query names it, which the web applications ask all the time. */
  private Stream<User> candidates() {
    return id == null ? directory.users().stream() : directory.user(id).stream();
  }
}
