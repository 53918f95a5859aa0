package org.countinghouse.tax;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tax entry as it is kept; amounts as in {@link TaxEntry.Amounts}.
 *
 * @param baseInputTax as it stands, debited, on the input account
 * @param baseOutputTax as it stands, credited, on the output account
 * @param text the document, as people know it
 * @param reversesId the entry it takes back
 */
public record RecordedTax(
    UUID id,
    UUID organizationId,
    UUID journalId,
    LocalDate postingDate,
    String taxCode,
    @Nullable String treatment,
    String currency,
    BigDecimal taxable,
    BigDecimal inputTax,
    BigDecimal outputTax,
    BigDecimal costTax,
    String baseCurrency,
    BigDecimal baseTaxable,
    BigDecimal baseInputTax,
    BigDecimal baseOutputTax,
    BigDecimal baseCostTax,
    @Nullable String inputAccount,
    @Nullable String outputAccount,
    String text,
    @Nullable UUID reversesId,
    Instant recordedAt) {

  static RecordedTax of(UUID id, TaxEntry entry, Instant at) {
    TaxEntry.Amounts own = entry.amounts();
    TaxEntry.Amounts base = entry.baseAmounts();
    return new RecordedTax(
        id,
        entry.organizationId(),
        entry.journalId(),
        entry.postingDate(),
        entry.code().code(),
        entry.code().treatment(),
        own.taxable().currency().getCurrencyCode(),
        own.taxable().amount(),
        own.input().amount(),
        own.output().amount(),
        own.cost().amount(),
        base.taxable().currency().getCurrencyCode(),
        base.taxable().amount(),
        base.input().amount(),
        base.output().amount(),
        base.cost().amount(),
        entry.code().inputAccount(),
        entry.code().outputAccount(),
        entry.text(),
        entry.reversesId(),
        at);
  }

  RecordedTax mirrored(UUID newId, UUID byJournal, LocalDate day, Instant at) {
    return new RecordedTax(
        newId,
        organizationId,
        byJournal,
        day,
        taxCode,
        treatment,
        currency,
        taxable.negate(),
        inputTax.negate(),
        outputTax.negate(),
        costTax.negate(),
        baseCurrency,
        baseTaxable.negate(),
        baseInputTax.negate(),
        baseOutputTax.negate(),
        baseCostTax.negate(),
        inputAccount,
        outputAccount,
        text,
        id,
        at);
  }
}
