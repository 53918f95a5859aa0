package org.countinghouse.payables;

import org.jspecify.annotations.Nullable;

/**
 * Where a line goes in our books.
 *
 * @param project what it was bought for; null for none
 */
public record LineCoding(
    String account, @Nullable String costCentre, @Nullable String project, String taxCode) {

  /** Where a line goes that was bought for no project. */
  public LineCoding(String account, @Nullable String costCentre, String taxCode) {
    this(account, costCentre, null, taxCode);
  }
}
