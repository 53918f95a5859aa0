/** Reading XML that strangers wrote. */
@NullMarked
package org.countinghouse.routes.xml;

import org.jspecify.annotations.NullMarked;
