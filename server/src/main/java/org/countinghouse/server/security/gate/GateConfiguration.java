package org.countinghouse.server.security.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

@Configuration(proxyBeanMethods = false)
class GateConfiguration {

  /** After Spring Security (-100), before anything of Camunda's (from -50). */
  private static final int ORDER = -90;

  @Bean
  FilterRegistrationBean<CamundaGate> camundaGate(ObjectMapper json) {
    var registration =
        new FilterRegistrationBean<>(
            new CamundaGate(new MappingJackson2HttpMessageConverter(json)));
    registration.addUrlPatterns("/camunda/*", "/engine-rest/*");
    registration.setOrder(ORDER);
    return registration;
  }
}
