/** Our bank accounts and their statements by REST. */
@NullMarked
package org.countinghouse.server.api.banking;

import org.jspecify.annotations.NullMarked;
