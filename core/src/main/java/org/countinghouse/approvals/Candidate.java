package org.countinghouse.approvals;

import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may decide now, and why.
 *
 * @param level the level whose agreement this person can give; above the current one by escalation
 * @param role which makes it so; of the absent one when standing in
 * @param onBehalfOf the absent one; null when deciding in one's own name
 * @param limit which covers the amount; null where limits do not matter
 */
public record Candidate(
    String username, int level, String role, @Nullable String onBehalfOf, @Nullable Money limit) {}
