package org.countinghouse.server.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.countinghouse.server.CountinghouseApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * A measurement in the whole server, every commit on disk before it is acknowledged. Its name does
 * not end in Tests: only a script of {@code ops/benchmarks} runs it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = CountinghouseApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@TestPropertySource(
    properties = {
      "countinghouse.data-directory=target/benchmark",
      "countinghouse.database.durable=true",
      "countinghouse.database.directory=target/benchmark/database"
    })
@interface WorkflowBenchmark {}
