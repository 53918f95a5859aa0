/**
 * What leaves the house: a document sent here is on its way when the transaction commits, and
 * carriers deliver it at least once. Apart from the inbox, because whoever sends (the close, the
 * reports) is himself asked by the inbox's side whether he is ready.
 */
@NullMarked
package org.countinghouse.outbox;

import org.jspecify.annotations.NullMarked;
