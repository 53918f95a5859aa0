package org.countinghouse.outbox;

import java.nio.charset.StandardCharsets;

/** Names of files made from what people and programs chose, fit for any file system. */
public final class FileNames {

  /** Leaves room for a prefix and a suffix of ours within the 255 bytes file systems allow. */
  private static final int BYTES_MAX = 180;

  private FileNames() {}

  /** Letters, digits and a few signs; no leading dot; at most 180 bytes, the end kept. */
  public static String safe(String chosen) {
    String name = chosen.replaceAll("[^\\p{L}\\p{N}._ ()+=@-]", "_").replaceFirst("^[. ]+", "_");
    while (name.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
      name = name.substring(1);
    }
    return name.isEmpty() ? "unnamed" : name;
  }

  /** The same with a number before the ending: {@code report-2.xlsx}; unchanged for the first. */
  public static String numbered(String name, int copy) {
    if (copy == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name + "-" + copy : name.substring(0, dot) + "-" + copy + name.substring(dot);
  }
}
