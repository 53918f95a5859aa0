package org.countinghouse.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/**
 * A measurement on the embedded PostgreSQL as the product starts it, every commit on disk before it
 * is acknowledged. Its name does not end in Tests: only a script of {@code ops/benchmarks} runs it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(
    properties = {
      "countinghouse.database.durable=true",
      "countinghouse.database.directory=target/benchmark/database"
    })
@interface Benchmark {}
