/**
 * Where the bytes of documents lie: the file system as shipped; an object store may take its place.
 */
@NamedInterface("spi")
@NullMarked
package org.countinghouse.documents.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
