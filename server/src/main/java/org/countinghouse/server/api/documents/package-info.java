/** Stored documents for REST: the bytes, and what they say in a form for people. */
@NullMarked
package org.countinghouse.server.api.documents;

import org.jspecify.annotations.NullMarked;
