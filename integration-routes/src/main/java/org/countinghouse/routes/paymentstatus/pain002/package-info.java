/** Status reports as ISO 20022 pain.002. */
@NullMarked
package org.countinghouse.routes.paymentstatus.pain002;

import org.jspecify.annotations.NullMarked;
