/** The command line: one class per command. Exit code 0 only on success. */
@NullMarked
package org.countinghouse.server.cli;

import org.jspecify.annotations.NullMarked;
