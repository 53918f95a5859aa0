/**
 * What goes between us and suppliers about orders: the order out, as UBL and as PDF, by file and by
 * mail; what they answer in.
 */
@NamedInterface("correspondence")
@NullMarked
package org.countinghouse.procurement.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
