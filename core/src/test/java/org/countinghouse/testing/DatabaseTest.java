package org.countinghouse.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of the domain on a real PostgreSQL: one server per JVM, made afresh, all migrations run,
 * one shared Spring context. Tests do not roll back: each makes an organization of its own.
 *
 * <p>The application's role owns no table. Code that makes partitions or copies in bulk first calls
 * {@link org.countinghouse.database.OwnerRole#assume()}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
public @interface DatabaseTest {}
