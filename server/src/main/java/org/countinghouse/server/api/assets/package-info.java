/** Fixed assets by REST. */
@NullMarked
package org.countinghouse.server.api.assets;

import org.jspecify.annotations.NullMarked;
