package org.countinghouse.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countinghouse.errors.BusinessException;

/**
 * A table with a header.
 *
 * @param header names of the columns, in lower case, without space around
 */
public record Table(List<String> header, List<TableRow> rows) {

  /**
   * Refuses a header that lacks a column, names one twice or names one nobody knows: a misspelled
   * optional column must not be passed over.
   *
   * @throws BusinessException {@code tables.header}
   */
  public void require(List<String> required, List<String> optional) {
    Set<String> unknown = new TreeSet<>(header);
    required.forEach(unknown::remove);
    optional.forEach(unknown::remove);
    unknown.remove("");
    Set<String> seen = new HashSet<>();
    List<String> twice =
        header.stream().filter(name -> !name.isEmpty() && !seen.add(name)).distinct().toList();
    if (!header.containsAll(required) || !unknown.isEmpty() || !twice.isEmpty()) {
      throw TableError.HEADER.with(
          String.join(", ", required), String.join(", ", optional), problem(unknown, twice));
    }
  }

  private static String problem(Set<String> unknown, List<String> twice) {
    if (!unknown.isEmpty()) {
      return "Not known: " + String.join(", ", unknown) + ".";
    }
    return twice.isEmpty() ? "" : "Named twice: " + String.join(", ", twice) + ".";
  }
}
