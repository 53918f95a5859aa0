/** Groups over REST: what they are made of, their consolidations and certificates. */
@NullMarked
package org.countinghouse.server.api.consolidation;

import org.jspecify.annotations.NullMarked;
