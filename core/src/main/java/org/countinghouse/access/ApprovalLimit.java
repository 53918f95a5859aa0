package org.countinghouse.access;

import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Up to what amount a role, or one user in it, approves a subject.
 *
 * @param username null when it holds for everybody in the role
 * @param costCentre code; null when it holds for all cost centres
 */
public record ApprovalLimit(
    UUID organizationId,
    String role,
    @Nullable String username,
    String subject,
    @Nullable String costCentre,
    Money upTo) {}
