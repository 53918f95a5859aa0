/** How the engine is set up: its schema, identity, tenants, deployments and guards. */
@NullMarked
package org.countinghouse.workflows.engine;

import org.jspecify.annotations.NullMarked;
