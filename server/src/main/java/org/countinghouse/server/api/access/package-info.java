/** Users, roles and substitutions for REST. */
@NullMarked
package org.countinghouse.server.api.access;

import org.jspecify.annotations.NullMarked;
