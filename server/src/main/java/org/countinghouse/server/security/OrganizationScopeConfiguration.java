package org.countinghouse.server.security;

import org.countinghouse.access.Access;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the organization scope right behind the security chains, ahead of everything that reads. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OrganizationScopeConfiguration {

  private static final int BEHIND_THE_CHAINS = SecurityProperties.DEFAULT_FILTER_ORDER + 5;

  @Bean
  FilterRegistrationBean<OrganizationScopeFilter> organizationScope(Access access) {
    var registration = new FilterRegistrationBean<>(new OrganizationScopeFilter(access));
    registration.setOrder(BEHIND_THE_CHAINS);
    registration.addUrlPatterns("/api/*", "/engine-rest/*", "/camunda/*", "/tasks/*");
    return registration;
  }
}
