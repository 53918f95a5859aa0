package org.countinghouse.organizations;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/**
 * A legal entity.
 *
 * @param code short and stable (HBDE): names folders, queues and the engine's tenant
 * @param country ISO 3166-1 alpha-2
 * @param zone where its days begin and end
 * @param fiscalYearStart first day of a fiscal year
 */
public record Organization(
    UUID id,
    String code,
    String name,
    String country,
    Currency baseCurrency,
    ZoneId zone,
    Locale locale,
    MonthDay fiscalYearStart) {}
