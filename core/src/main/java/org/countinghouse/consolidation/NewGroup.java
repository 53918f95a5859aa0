package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;

/** What is said when a group is set up; see {@link Group} for the fields. */
public record NewGroup(
    UUID organizationId, String code, String name, Currency currency, BigDecimal tolerance) {}
