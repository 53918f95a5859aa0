package org.countinghouse.consolidation;

import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a group's month from being consolidated.
 *
 * @param code stable, such as {@code consolidation.member-open}
 * @param member code of the company it concerns; null for the group itself
 * @param message what is wrong and what to do
 * @param acceptable whether it may stand when somebody says why
 */
public record GroupFinding(
    String code, @Nullable String member, String message, boolean acceptable) {

  static GroupFinding of(String code, @Nullable String member, String message) {
    return new GroupFinding("consolidation." + code, member, message, false);
  }
}
