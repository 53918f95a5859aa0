/**
 * Every file that came in or went out, kept by its content: a row per document, the bytes once per
 * SHA-256 in a {@link org.countinghouse.documents.spi.ContentStore}. Bytes never change and are
 * verified whenever they are read.
 */
@ApplicationModule(allowedDependencies = {"errors", "ids"})
@NullMarked
package org.countinghouse.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
