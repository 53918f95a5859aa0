/**
 * Files dropped into {@code <exchange>/<ORGANIZATION>/in/<channel>/}. A file is taken when it is
 * complete, becomes a document of the inbox, waits in {@code .in-progress/} for its outcome and
 * ends in {@code .done/} or {@code .rejected/} beside a readable report. Camel finds and carries;
 * the inbox decides.
 */
@NullMarked
package org.countinghouse.routes.filedrop;

import org.jspecify.annotations.NullMarked;
