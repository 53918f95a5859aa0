/**
 * The close certificate: what it says, how it is written to the byte, signed (Ed25519, RFC 8032)
 * and checked again, with or without this system at hand.
 */
@NamedInterface("certificate")
@NullMarked
package org.countinghouse.close.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
