package org.countinghouse;

import java.time.Clock;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of the domain shares: its mappers and its clock. */
@Configuration(proxyBeanMethods = false)
@MapperScan(basePackages = "org.countinghouse", annotationClass = Mapper.class)
class CoreConfiguration {

  /** The one source of time; tests put their own in its place. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
