package org.countinghouse.close;

import java.util.Collection;
import java.util.List;

/** Lists of keys and codes in one column: neither ever holds a comma. */
final class Keys {

  private Keys() {}

  static String join(Collection<String> keys) {
    return String.join(",", keys);
  }

  static List<String> split(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }
}
