/** The routes that carry documents in and out. The one module that imports Camel. */
@NullMarked
package org.countinghouse.routes;

import org.jspecify.annotations.NullMarked;
