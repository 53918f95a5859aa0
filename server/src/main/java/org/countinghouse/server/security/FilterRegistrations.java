package org.countinghouse.server.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.countinghouse.access.Access;
import org.countinghouse.server.api.IdempotencyFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Filters behind the security chains (-100), in this order: the organization scope (-95), so that
 * every connection opened later is confined; the gate (-90); who asks the engine; repeated
 * commands, whose transaction is the outermost.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FilterRegistrations {

  private static final int ENGINE_IDENTITY = -85;
  private static final int TASK_DOOR = -84;
  private static final int IDEMPOTENCY = -80;

  @Bean
  FilterRegistrationBean<EngineIdentityFilter> engineIdentity(
      IdentityService engine, Access access) {
    var registration = new FilterRegistrationBean<>(new EngineIdentityFilter(engine, access));
    registration.addUrlPatterns("/api/*", "/engine-rest/*");
    registration.setOrder(ENGINE_IDENTITY);
    return registration;
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotency(IdempotencyFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/api/*");
    registration.setOrder(IDEMPOTENCY);
    return registration;
  }

  @Bean
  FilterRegistrationBean<TaskDoor> taskDoor(TaskService tasks, Refusals refusals) {
    var registration = new FilterRegistrationBean<>(new TaskDoor(tasks, refusals));
    registration.addUrlPatterns("/engine-rest/*");
    registration.setOrder(TASK_DOOR);
    return registration;
  }

  /** It stands in the chains; Boot must not also put it before every servlet. */
  @Bean
  FilterRegistrationBean<SessionGuard> sessionGuardOnlyInChains(SessionGuard filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }
}
