package org.countinghouse.workflows.engine.identity;

import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Hands the engine its identity provider; it holds no state, so one serves all. */
@Component
public class IdentityProviderFactory implements SessionFactory {

  private final IdentityProvider provider;

  IdentityProviderFactory(Directory directory) {
    this.provider = new IdentityProvider(directory);
  }

  @Override
  public Class<?> getSessionType() {
    return ReadOnlyIdentityProvider.class;
  }

  @Override
  public Session openSession() {
    return provider;
  }
}
