/**
 * What every error of the product looks like: one catalogue, one code, a text that says the remedy.
 */
@NullMarked
package org.countinghouse.errors;

import org.jspecify.annotations.NullMarked;
