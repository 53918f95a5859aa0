package org.countinghouse.workflows.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of processes on the real engine, domain and database; one context for all of them.
 *
 * <p>Nothing moves by itself: the job executor and the job worker are off. A test drives {@code
 * asyncBefore} and timers with {@code execute(job())} of {@code BpmnAwareTests}, external tasks
 * with {@link ProcessJobs}, and the engine's time with {@code ClockUtil}, which is set back after
 * each test. Each test makes an organization of its own ({@code TestOrganizations}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "countinghouse.jobs.worker.enabled=false")
@ExtendWith(ProcessTestExtension.class)
public @interface ProcessTest {}
