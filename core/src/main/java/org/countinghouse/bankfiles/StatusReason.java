package org.countinghouse.bankfiles;

import org.jspecify.annotations.Nullable;

/**
 * Why a bank rejected or returned something.
 *
 * @param code ISO external status reason ({@code AC04}) or NACHA return code ({@code R03}); empty
 *     when the bank gives text only
 * @param text in the bank's words
 */
public record StatusReason(String code, @Nullable String text) {

  @Override
  public String toString() {
    if (text == null) {
      return code;
    }
    return code.isEmpty() ? text : code + " " + text;
  }
}
