package org.countinghouse.workflows.engine.identity;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers the engine from {@link Directory}; being read-only, it cannot be written to by anyone.
 */
class IdentityProvider implements ReadOnlyIdentityProvider {

  private final Directory directory;

  IdentityProvider(Directory directory) {
    this.directory = directory;
  }

  @Override
  public @Nullable User findUserById(String userId) {
    return directory.user(userId).orElse(null);
  }

  @Override
  public UserQuery createUserQuery() {
    return new DirectoryUserQuery(directory);
  }

  @Override
  public UserQuery createUserQuery(CommandContext context) {
    return new DirectoryUserQuery(directory);
  }

  @Override
  public NativeUserQuery createNativeUserQuery() {
    throw new BadUserRequestException("Users are not in the engine's tables: use a user query.");
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    return directory.checkPassword(userId, password);
  }

  @Override
  public @Nullable Group findGroupById(String groupId) {
    return directory.group(groupId).orElse(null);
  }

  @Override
  public GroupQuery createGroupQuery() {
    return new DirectoryGroupQuery(directory);
  }

  @Override
  public GroupQuery createGroupQuery(CommandContext context) {
    return new DirectoryGroupQuery(directory);
  }

  @Override
  public @Nullable Tenant findTenantById(String tenantId) {
    return directory.tenant(tenantId).orElse(null);
  }

  @Override
  public TenantQuery createTenantQuery() {
    return new DirectoryTenantQuery(directory);
  }

  @Override
  public TenantQuery createTenantQuery(CommandContext context) {
    return new DirectoryTenantQuery(directory);
  }

  @Override
  public void flush() {
    // nothing is ever written
  }

  @Override
  public void close() {
    // nothing is held
  }
}
