package org.countinghouse.organizations;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** What is said when an organization is set up; see {@link Organization} for the fields. */
public record NewOrganization(
    String code,
    String name,
    String country,
    Currency baseCurrency,
    ZoneId zone,
    Locale locale,
    MonthDay fiscalYearStart) {}
