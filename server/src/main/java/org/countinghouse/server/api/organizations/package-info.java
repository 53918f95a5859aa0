/** Organizations and their dimensions by REST. */
@NullMarked
package org.countinghouse.server.api.organizations;

import org.jspecify.annotations.NullMarked;
