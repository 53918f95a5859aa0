/** The workflow engine and what the processes call. The one module that imports the engine. */
@NullMarked
package org.countinghouse.workflows;

import org.jspecify.annotations.NullMarked;
