/** The journal register: every journal in the order of its number. */
@NullMarked
package org.countinghouse.reporting.report.journalregister;

import org.jspecify.annotations.NullMarked;
