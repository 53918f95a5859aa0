package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.currency.FxRate;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.BulkSettlementMapper.Columns;
import org.countinghouse.payables.BulkSettlementMapper.Excess;
import org.countinghouse.payables.BulkSettlementMapper.Rates;
import org.countinghouse.payables.BulkSettlementMapper.Scales;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles many items by one journal, and takes settlements back so. By the same rules as {@link
 * Settlements}, in a fixed number of statements.
 *
 * <p>A discount settles its part of an item without money. What it takes off deductible tax is
 * credited to the tax account and stands, with the other sign, in the tax return of the posting
 * date (EU directive 2006/112, articles 90 and 185); the rest is {@code DISCOUNTS_TAKEN}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = BusinessException.class)
public class BulkSettlements {

  private static final String RESOURCE = "payables.settlement";
  private static final String SERIES = "PS";
  private static final int EXAMPLES = 1;

  private final BulkSettlementMapper mapper;
  private final BatchJournal journals;
  private final FxRates rates;
  private final Organizations organizations;
  private final Ledger ledger;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BulkSettlements(
      BulkSettlementMapper mapper,
      BatchJournal journals,
      FxRates rates,
      Organizations organizations,
      Ledger ledger,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.journals = journals;
    this.rates = rates;
    this.organizations = organizations;
    this.ledger = ledger;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Settles every part, or none. Whether the items may be paid is the caller's to say.
   *
   * @param checker who agreed to it; never the maker
   * @throws BusinessException before anything is written: {@code payables.item-unknown}, {@code
   *     payables.settlement-amount}, {@code currency.rate-missing}, {@code
   *     ledger.purpose-unassigned}, and what {@link Ledger#post} refuses
   */
  public PostedJournal settle(SettlementBatch batch, Actor maker, @Nullable Actor checker) {
    UUID organizationId = batch.organizationId();
    mapper.stage();
    mapper.fillParts(Columns.of(batch.parts()));
    mapper.analyzeParts();
    requireOpen(organizationId);
    Currency base = organizations.byId(organizationId).baseCurrency();
    Rates worth = worth(organizationId, base, batch.settledOn());
    mapper.fill(organizationId, worth, batch.account(), base.getDefaultFractionDigits());
    mapper.analyze();
    Scales scales = scales(worth);
    if (batch.parts().stream().anyMatch(part -> part.discount().signum() != 0)) {
      mapper.fillDiscountTax(scales, base.getDefaultFractionDigits());
    }
    var entry =
        new Entry(
            organizationId,
            batch.settledOn(),
            batch.description(),
            batch.reference(),
            scales,
            base);
    return post(entry, maker, checker, null);
  }

  /**
   * Takes settlements back, each once: their items are open again, as if they had not been.
   *
   * @param settledOn the posting date, in an open period
   * @param reference unique among settlements: what said that they did not happen
   * @throws BusinessException before anything is written: {@code payables.settlement-reversed},
   *     {@code payables.reason-missing}, and what {@link Ledger#post} refuses
   */
  public PostedJournal takeBack(
      UUID organizationId,
      Collection<UUID> settlements,
      LocalDate settledOn,
      String reference,
      String reason,
      Actor by) {
    UUID[] ids = settlements.toArray(UUID[]::new);
    mapper.lockItemsOf(organizationId, ids);
    List<UUID> impossible = mapper.listIrreversible(organizationId, ids);
    if (!impossible.isEmpty()) {
      throw PayablesError.SETTLEMENT_REVERSED.with(impossible.get(0));
    }
    if (reason.isBlank()) {
      throw PayablesError.REASON_MISSING.with(reference);
    }
    Currency base = organizations.byId(organizationId).baseCurrency();
    mapper.stage();
    UUID[] newIds = Arrays.stream(ids).map(id -> Ids.next()).toArray(UUID[]::new);
    mapper.fillReversals(organizationId, ids, newIds);
    mapper.analyze();
    Set<String> currencies = new HashSet<>();
    mapper.listTotals().forEach(total -> currencies.add(total.currency()));
    var entry =
        new Entry(
            organizationId,
            settledOn,
            reason.strip(),
            reference,
            scales(currencies.toArray(String[]::new)),
            base);
    return post(entry, by, null, reason.strip());
  }

  /** What is posted, of what stands in the batch's table. */
  record Entry(
      UUID organizationId,
      LocalDate on,
      String description,
      String reference,
      Scales scales,
      Currency base) {}

  private PostedJournal post(
      Entry entry, Actor maker, @Nullable Actor checker, @Nullable String reason) {
    BatchJournal.Drafted drafted = journals.draft(entry);
    PostedJournal journal =
        ledger.post(
            new JournalDraft(
                entry.organizationId(),
                entry.on(),
                entry.description(),
                Settlements.SOURCE,
                entry.reference(),
                drafted.lines()),
            maker,
            checker);
    journals.recordTax(entry, drafted, journal);
    long last =
        mapper.takeNumbers(
            entry.organizationId(), SERIES, journal.fiscalYear(), drafted.settlements());
    mapper.insertSettlements(
        journal,
        "%s-%d-".formatted(SERIES, journal.fiscalYear()),
        last - drafted.settlements() + 1,
        entry.base().getCurrencyCode(),
        entry.on(),
        reason,
        maker.username(),
        clock.instant());
    mapper.reduceItems(entry.organizationId());
    tell(entry, drafted.settlements(), journal, reason, maker);
    return journal;
  }

  private void tell(
      Entry entry, int settlements, PostedJournal journal, @Nullable String reason, Actor by) {
    audit.record(
        new AuditEntry(
            entry.organizationId(),
            by,
            reason == null ? "settled" : "settlement-reversed",
            RESOURCE,
            entry.reference(),
            null,
            Map.of("journal", journal.number(), "settlements", settlements)));
    events.publishEvent(
        new ItemsSettled(
            Ids.next(),
            entry.organizationId(),
            journal.id(),
            entry.on(),
            settlements,
            reason != null,
            clock.instant()));
  }

  private void requireOpen(UUID organizationId) {
    mapper.lockItems(organizationId);
    UUID unknown = mapper.findUnknown(organizationId);
    if (unknown != null) {
      throw PayablesError.ITEM_UNKNOWN.with(unknown);
    }
    List<Excess> excess = mapper.listExcess(organizationId, EXAMPLES);
    if (!excess.isEmpty()) {
      Excess first = excess.get(0);
      throw PayablesError.SETTLEMENT_AMOUNT.with(
          first.wanted() + " " + first.currency(), first.documentNumber(), first.openAmount());
    }
  }

  private Rates worth(UUID organizationId, Currency base, LocalDate on) {
    List<String> currencies = mapper.listCurrencies(organizationId);
    List<FxRate> found =
        currencies.stream()
            .map(code -> rates.rate(organizationId, Currency.getInstance(code), base, on))
            .toList();
    return new Rates(
        currencies.toArray(String[]::new),
        found.stream().map(FxRate::units).toArray(BigDecimal[]::new),
        found.stream().map(FxRate::per).toArray(BigDecimal[]::new));
  }

  private static Scales scales(Rates worth) {
    return scales(worth.currencies());
  }

  private static Scales scales(String[] currencies) {
    return new Scales(
        currencies,
        Arrays.stream(currencies)
            .map(code -> Currency.getInstance(code).getDefaultFractionDigits())
            .toArray(Integer[]::new));
  }
}
