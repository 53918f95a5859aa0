package org.countinghouse.workflows.engine.identity;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** A group query over {@link Directory}. */
class DirectoryGroupQuery extends GroupQueryImpl {

  private static final long serialVersionUID = 1L;

  private final transient Directory directory;

  DirectoryGroupQuery(Directory directory) {
    super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    this.directory = directory;
  }

  @Override
  public long executeCount(CommandContext context) {
    return find().size();
  }

  @Override
  public List<Group> executeList(CommandContext context, @Nullable Page page) {
    return Results.page(find(), getFirstResult(), getMaxResults());
  }

  private List<Group> find() {
    Collection<String> ofUser = userId == null ? null : directory.rolesOf(userId);
    List<String> own = Results.ownGroups();
    return directory.groups().stream()
        .filter(group -> Results.matches(id, group.getId()))
        .filter(group -> Results.among(ids, group.getId()))
        .filter(group -> Results.matches(name, group.getName()))
        .filter(group -> Results.like(nameLike, group.getName()))
        .filter(group -> Results.matches(type, group.getType()))
        .filter(group -> Results.among(ofUser, group.getId()))
        // roles hold for every organization, so a group belongs to no tenant
        .filter(group -> tenantId == null)
        .filter(group -> Results.visible(Resources.GROUP, group.getId(), own))
        .toList();
  }
}
