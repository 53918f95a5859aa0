/** The arithmetic of depreciation: values in, values out; knows no database. */
@NullMarked
package org.countinghouse.assets.schedule;

import org.jspecify.annotations.NullMarked;
