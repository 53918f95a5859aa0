package org.countinghouse.routes.filedrop;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileDropProperties.class)
class FileDropConfiguration {}
