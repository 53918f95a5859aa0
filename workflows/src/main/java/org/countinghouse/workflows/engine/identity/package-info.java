/**
 * The engine's view of users, roles and organizations: those of {@code access}, read only. Users,
 * groups and tenants of the engine's own do not exist.
 */
@NullMarked
package org.countinghouse.workflows.engine.identity;

import org.jspecify.annotations.NullMarked;
