/**
 * The database the product stands on: the embedded PostgreSQL server with its recovery, the roles
 * that may do what, and the migrations.
 */
@NullMarked
package org.countinghouse.database;

import org.jspecify.annotations.NullMarked;
