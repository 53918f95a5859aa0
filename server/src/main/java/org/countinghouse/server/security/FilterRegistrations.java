package org.countinghouse.server.security;

import jakarta.servlet.Filter;
import org.countinghouse.server.api.IdempotencyFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Filters that stand in a security chain must not also be put before every servlet by Boot. */
@Configuration(proxyBeanMethods = false)
class FilterRegistrations {

  @Bean
  FilterRegistrationBean<SessionGuard> sessionGuardOnlyInChains(SessionGuard filter) {
    return notRegistered(filter);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyOnlyInChains(IdempotencyFilter filter) {
    return notRegistered(filter);
  }

  private static <T extends Filter> FilterRegistrationBean<T> notRegistered(T filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }
}
