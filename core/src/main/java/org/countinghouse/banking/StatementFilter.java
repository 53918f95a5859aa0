package org.countinghouse.banking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which statements somebody wants to see.
 *
 * @param bankAccountId null: of all accounts
 * @param state null: in any
 * @param limit at most so many, the latest first
 */
public record StatementFilter(
    UUID organizationId,
    @Nullable UUID bankAccountId,
    Statement.@Nullable State state,
    int limit) {}
