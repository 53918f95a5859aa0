/** The arithmetic of depreciation: values in, values out; knows no database. */
@NamedInterface("schedule")
@NullMarked
package org.countinghouse.assets.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
