package org.countinghouse.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the organization scope in front of the pool. */
@Configuration(proxyBeanMethods = false)
class ScopedDataSourceConfiguration {

  @Bean
  static BeanPostProcessor scopedDataSource() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && !(bean instanceof ScopedDataSource)
            ? new ScopedDataSource(pool)
            : bean;
      }
    };
  }
}
