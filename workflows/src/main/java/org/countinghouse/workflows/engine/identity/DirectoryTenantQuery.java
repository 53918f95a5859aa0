package org.countinghouse.workflows.engine.identity;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** A tenant query over {@link Directory}. */
class DirectoryTenantQuery extends TenantQueryImpl {

  private static final long serialVersionUID = 1L;

  private final transient Directory directory;

  DirectoryTenantQuery(Directory directory) {
    super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    this.directory = directory;
  }

  @Override
  public long executeCount(CommandContext context) {
    return find().size();
  }

  @Override
  public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
    return Results.page(find(), getFirstResult(), getMaxResults());
  }

  private List<Tenant> find() {
    Collection<String> ofUser = userId == null ? null : directory.organizationsOf(userId);
    List<String> own = Results.ownTenants();
    return directory.tenants().stream()
        .filter(tenant -> Results.matches(id, tenant.getId()))
        .filter(tenant -> Results.among(ids, tenant.getId()))
        .filter(tenant -> Results.matches(name, tenant.getName()))
        .filter(tenant -> Results.like(nameLike, tenant.getName()))
        .filter(tenant -> Results.among(ofUser, tenant.getId()))
        // no group owns a tenant: people do, over their roles in it
        .filter(tenant -> groupId == null)
        .filter(tenant -> Results.visible(Resources.TENANT, tenant.getId(), own))
        .toList();
  }
}
