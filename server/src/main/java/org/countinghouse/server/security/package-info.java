/**
 * Who is at the door, and what the door lets through: one login and one session for the process
 * engine's web applications, the API and our own pages; tokens for machines.
 */
@NullMarked
package org.countinghouse.server.security;

import org.jspecify.annotations.NullMarked;
