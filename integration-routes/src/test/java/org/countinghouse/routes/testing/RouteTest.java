package org.countinghouse.routes.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.countinghouse.testing.DatabaseTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A test with running routes that do not dawdle. One context for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@ContextConfiguration(initializers = FreshExchangeFolder.class)
@TestPropertySource(
    properties = {
      "camel.main.auto-startup=true",
      "countinghouse.exchange.poll-interval=100ms",
      "countinghouse.exchange.quiet-time=300ms",
      "countinghouse.exchange.incomplete-time=3s",
      "countinghouse.exchange.folder-interval=200ms",
      "countinghouse.exchange.size-max=1MB",
      "countinghouse.exchange.inbox.sweep-interval=200ms",
      "countinghouse.exchange.inbox.retry-delays=200ms,200ms"
    })
public @interface RouteTest {}
