package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;

/**
 * Companies that present figures as if they were one.
 *
 * @param organizationId the parent company, to which the group's rows belong
 * @param code short and stable: HARBOUR
 * @param currency the figures are presented in
 * @param tolerance in that currency: up to here two members may differ without a reason given
 */
public record Group(
    UUID id,
    UUID organizationId,
    String code,
    String name,
    Currency currency,
    BigDecimal tolerance) {}
