package org.countinghouse.assets;

import java.math.BigDecimal;
import java.util.UUID;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.Method;
import org.jspecify.annotations.Nullable;

/**
 * Assets of one kind: the accounts they stand on and how they are written down unless one says
 * otherwise.
 *
 * @param code short and stable: capital letters, digits, hyphens
 * @param costAccount takes what they cost
 * @param depreciationAccount takes what is written down, credit; absent only where nothing is
 * @param expenseAccount takes the depreciation of each month
 * @param impairmentAccount takes impairments; absent: the expense account does
 * @param lifeMonths useful life
 * @param annualRate declining: part of the book value at the start of a year, {@code 0.4} is 40 %
 * @param residualPercent what is left at the end of life, percent of the cost
 */
public record AssetCategory(
    UUID organizationId,
    String code,
    String name,
    String costAccount,
    @Nullable String depreciationAccount,
    @Nullable String expenseAccount,
    @Nullable String impairmentAccount,
    Method method,
    Convention convention,
    @Nullable Integer lifeMonths,
    @Nullable BigDecimal annualRate,
    BigDecimal residualPercent) {}
