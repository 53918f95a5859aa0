/**
 * Who may do what: users, roles and permissions, role grants per organization, approval limits,
 * dated substitutions and separation of duties. One identity for web, Tasklist, Cockpit, REST and
 * the command line.
 *
 * <p>A capability adds its own permissions and gives them to roles in its own change folder ({@code
 * insert into shared.permissions …, shared.role_permissions …}); nothing here lists them.
 *
 * <p>This module knows no other: whatever it changes it tells as {@link
 * org.countinghouse.access.AccessChanged}, which {@code audit} writes down.
 */
@ApplicationModule(allowedDependencies = {"errors", "ids", "money"})
@NullMarked
package org.countinghouse.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
