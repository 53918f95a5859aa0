/** Manual journals, their templates and schedules by REST. */
@NullMarked
package org.countinghouse.server.api.journals;

import org.jspecify.annotations.NullMarked;
