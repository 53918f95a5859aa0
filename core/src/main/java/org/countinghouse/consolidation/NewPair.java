package org.countinghouse.consolidation;

import java.util.UUID;

/** What is said when two accounts are paired; see {@link IntercompanyPair} for the fields. */
public record NewPair(
    PairKind kind, String name, UUID memberA, String accountA, UUID memberB, String accountB) {}
