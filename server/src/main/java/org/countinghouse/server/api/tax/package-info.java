/** Tax codes and the tax of postings, by REST. */
@NullMarked
package org.countinghouse.server.api.tax;

import org.jspecify.annotations.NullMarked;
