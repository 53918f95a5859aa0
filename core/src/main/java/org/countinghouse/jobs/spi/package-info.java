/** What does the work of a job: implemented by the module that runs batches. */
@NamedInterface("spi")
@NullMarked
package org.countinghouse.jobs.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
