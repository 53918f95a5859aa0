package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

@Mapper
interface SettlementMapper {

  /** Keeps others from settling the item until this transaction ends. */
  @Nullable UUID lockItem(@Param("id") UUID id);

  @Nullable ItemRow findItem(@Param("id") UUID id);

  /** Items by due day; the settled ones too where asked for. */
  List<ItemRow> listItems(
      @Param("organizationId") UUID organizationId,
      @Param("openOnly") boolean openOnly,
      @Param("limit") int limit);

  /** Takes amounts off what is open of the item. */
  int reduce(
      @Param("id") UUID id,
      @Param("amount") BigDecimal amount,
      @Param("baseAmount") BigDecimal baseAmount);

  void insert(@Param("row") Row row);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable UUID findReversalOf(@Param("id") UUID id);

  List<Row> listOf(@Param("itemId") UUID itemId);

  /** A due item as stored. */
  record ItemRow(
      UUID id,
      UUID organizationId,
      UUID invoiceId,
      String supplierNumber,
      String supplierName,
      String documentNumber,
      String supplierInvoiceNumber,
      BigDecimal amount,
      BigDecimal openAmount,
      String currency,
      BigDecimal baseAmount,
      BigDecimal openBaseAmount,
      String baseCurrency,
      LocalDate postedOn,
      LocalDate dueOn,
      boolean held) {

    DueItem value() {
      Currency own = Currency.getInstance(currency);
      Currency base = Currency.getInstance(baseCurrency);
      return new DueItem(
          id,
          organizationId,
          invoiceId,
          supplierNumber,
          supplierName,
          documentNumber,
          supplierInvoiceNumber,
          new Money(amount, own),
          new Money(openAmount, own),
          new Money(baseAmount, base),
          new Money(openBaseAmount, base),
          postedOn,
          dueOn,
          held);
    }
  }

  /** A settlement as stored. */
  record Row(
      UUID id,
      UUID organizationId,
      String number,
      UUID itemId,
      LocalDate settledOn,
      BigDecimal amount,
      String currency,
      BigDecimal baseAmount,
      String bankAccount,
      BigDecimal bankAmount,
      String bankCurrency,
      BigDecimal bankBaseAmount,
      BigDecimal difference,
      BigDecimal discountAmount,
      String baseCurrency,
      String reference,
      UUID journalId,
      @Nullable UUID reversesId,
      @Nullable String reason,
      String settledBy,
      Instant settledAt) {

    static Row of(Settlement settlement) {
      return new Row(
          settlement.id(),
          settlement.organizationId(),
          settlement.number(),
          settlement.itemId(),
          settlement.settledOn(),
          settlement.amount().amount(),
          settlement.amount().currency().getCurrencyCode(),
          settlement.baseAmount().amount(),
          settlement.bankAccount(),
          settlement.bankAmount().amount(),
          settlement.bankAmount().currency().getCurrencyCode(),
          settlement.bankBaseAmount().amount(),
          settlement.difference().amount(),
          settlement.discount().amount(),
          settlement.difference().currency().getCurrencyCode(),
          settlement.reference(),
          settlement.journalId(),
          settlement.reversesId(),
          settlement.reason(),
          settlement.settledBy(),
          settlement.settledAt());
    }

    Settlement value() {
      Currency base = Currency.getInstance(baseCurrency);
      return new Settlement(
          id,
          organizationId,
          number,
          itemId,
          settledOn,
          new Money(amount, Currency.getInstance(currency)),
          new Money(baseAmount, base),
          bankAccount,
          new Money(bankAmount, Currency.getInstance(bankCurrency)),
          new Money(bankBaseAmount, base),
          new Money(difference, base),
          new Money(discountAmount, Currency.getInstance(currency)),
          reference,
          journalId,
          reversesId,
          reason,
          settledBy,
          settledAt);
    }
  }
}
