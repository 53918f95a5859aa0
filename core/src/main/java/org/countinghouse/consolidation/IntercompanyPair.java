package org.countinghouse.consolidation;

import java.util.UUID;

/**
 * Two accounts of two members that say the same thing from both ends.
 *
 * @param memberA organization
 * @param accountA of its chart
 * @param memberB another organization of the group
 * @param accountB of that one's chart
 */
public record IntercompanyPair(
    UUID id,
    UUID groupId,
    PairKind kind,
    String name,
    UUID memberA,
    String accountA,
    UUID memberB,
    String accountB) {}
