package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.ledger.PostedJournal;
import org.jspecify.annotations.Nullable;

/**
 * Works on tables of its own session: the parts as asked for stand in {@code settlement_part}, what
 * they settle is worked out in {@code settlement_batch} once, summed for the journal, then stored.
 * So a batch takes the same few statements however many items it has.
 */
@Mapper
interface BulkSettlementMapper {

  /** Makes the session's tables, once per session; they are empty at the start of a transaction. */
  void stage();

  /** Takes the parts over, once for all statements that ask for them. */
  int fillParts(@Param("columns") Columns columns);

  /** Gives the planner its figures of the parts. */
  void analyzeParts();

  /**
   * Locks the items in the order of their ids, so that two batches never wait crosswise; tells how
   * many there are.
   */
  int lockItems(@Param("organizationId") UUID organizationId);

  /** The first item that is none of the organization's. */
  @Nullable UUID findUnknown(@Param("organizationId") UUID organizationId);

  /** The first parts that ask for more than is open, or for nothing. */
  List<Excess> listExcess(@Param("organizationId") UUID organizationId, @Param("limit") int limit);

  /** The currencies of the items. */
  List<String> listCurrencies(@Param("organizationId") UUID organizationId);

  /**
   * Works out what leaves the books at the booked rate, what is paid at the rate of the day, and
   * the discount, each rounded on its running total.
   */
  int fill(
      @Param("organizationId") UUID organizationId,
      @Param("rates") Rates rates,
      @Param("account") String account,
      @Param("baseScale") int baseScale);

  /** Takes the deductible tax out of the discounts. */
  int fillDiscountTax(@Param("scales") Scales scales, @Param("baseScale") int baseScale);

  /** The same with the other sign, from settlements that are taken back. */
  int fillReversals(
      @Param("organizationId") UUID organizationId,
      @Param("ids") UUID[] ids,
      @Param("newIds") UUID[] newIds);

  /** Gives the planner its figures; without, it takes an unknown table for a small one. */
  void analyze();

  List<Total> listTotals();

  List<TaxTotal> listTaxTotals(@Param("scales") Scales scales, @Param("baseScale") int baseScale);

  /** Takes so many numbers of a series; the last one. */
  long takeNumbers(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear,
      @Param("count") int count);

  int insertSettlements(
      @Param("journal") PostedJournal journal,
      @Param("prefix") String prefix,
      @Param("first") long first,
      @Param("base") String base,
      @Param("on") LocalDate on,
      @Nullable @Param("reason") String reason,
      @Param("by") String by,
      @Param("at") Instant at);

  int reduceItems(@Param("organizationId") UUID organizationId);

  /** The first settlements that cannot be taken back: unknown, or taken back already. */
  List<UUID> listIrreversible(
      @Param("organizationId") UUID organizationId, @Param("ids") UUID[] ids);

  /** Locks the items of settlements, in the order of {@link #lockItems}. */
  List<UUID> lockItemsOf(@Param("organizationId") UUID organizationId, @Param("ids") UUID[] ids);

  /** The parts of a batch, a column each, as one statement takes them. */
  record Columns(
      UUID[] settlements,
      UUID[] items,
      BigDecimal[] paid,
      BigDecimal[] discounts,
      String[] references) {

    static Columns of(Collection<SettlementBatch.Part> parts) {
      return new Columns(
          parts.stream().map(SettlementBatch.Part::settlementId).toArray(UUID[]::new),
          parts.stream().map(SettlementBatch.Part::itemId).toArray(UUID[]::new),
          parts.stream().map(SettlementBatch.Part::paid).toArray(BigDecimal[]::new),
          parts.stream().map(SettlementBatch.Part::discount).toArray(BigDecimal[]::new),
          parts.stream().map(SettlementBatch.Part::reference).toArray(String[]::new));
    }
  }

  /** What currencies are worth on the day: units of base currency for {@code per} of each. */
  record Rates(String[] currencies, BigDecimal[] units, BigDecimal[] per) {}

  /** How many decimals currencies have. */
  record Scales(String[] currencies, Integer[] digits) {}

  /** An item that has not got what is asked of it. */
  record Excess(String documentNumber, BigDecimal wanted, BigDecimal openAmount, String currency) {}

  /**
   * What the journal has to say about one currency and account, invoices and credit notes apart.
   */
  record Total(
      String account,
      String currency,
      boolean credit,
      int items,
      BigDecimal amount,
      BigDecimal baseAmount,
      BigDecimal bankAmount,
      BigDecimal bankBaseAmount,
      BigDecimal discount,
      BigDecimal discountBaseAmount,
      BigDecimal discountTax,
      BigDecimal gains,
      BigDecimal losses) {}

  /** The tax that discounts take back under one code. */
  record TaxTotal(
      String taxCode,
      @Nullable String treatment,
      @Nullable String inputAccount,
      @Nullable String outputAccount,
      String currency,
      BigDecimal taxable,
      BigDecimal inputTax,
      BigDecimal outputTax,
      BigDecimal costTax,
      BigDecimal baseTaxable,
      BigDecimal baseInputTax,
      BigDecimal baseOutputTax,
      BigDecimal baseCostTax) {}
}
