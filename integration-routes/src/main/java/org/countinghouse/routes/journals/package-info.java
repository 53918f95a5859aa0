/** Journals from other programs: one folder per format; what each reads is posted here. */
@NullMarked
package org.countinghouse.routes.journals;

import org.jspecify.annotations.NullMarked;
