package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** The items of runs, always many at once. */
@Mapper
interface ProposalMapper {

  /** Keeps others from proposing for this organization until this transaction ends. */
  String lockOrganization(@Param("organizationId") UUID organizationId);

  int deleteItems(@Param("runId") UUID runId);

  /**
   * Tells the planner, until this transaction ends or {@link #asUsual}, that whole runs are worked
   * on. Rows that were just written have no statistics yet: taken for few, they would be joined one
   * by one, fifty thousand times over all the others.
   */
  void wholeRuns();

  /** Takes {@link #wholeRuns} back. */
  void asUsual();

  /**
   * Takes up what is due or worth its discount, with the first reason against it, if there is one.
   *
   * @param itemIds only these, due or not; null: what the run's rules say
   * @param cause why they are in; null: what the rules say
   */
  int insertCandidates(
      @Param("run") RunMapper.Row run,
      @Param("itemIds") UUID @Nullable [] itemIds,
      @Nullable @Param("cause") String cause);

  /** The accounts the run's candidates go to. */
  List<Destination> listDestinations(
      @Param("runId") UUID runId, @Param("itemIds") UUID @Nullable [] itemIds);

  /** Says how each destination is paid, or why it is not. */
  int updateRoutes(
      @Param("runId") UUID runId,
      @Param("itemIds") UUID @Nullable [] itemIds,
      @Param("routes") Routes routes);

  /** Leaves out what cannot go by the only method the run is for. */
  int deleteOtherMethods(@Param("runId") UUID runId, @Param("method") PaymentMethod method);

  /** Credit notes go with what their supplier gets most of. */
  int routeCredits(@Param("runId") UUID runId, @Param("suppliers") UUID @Nullable [] suppliers);

  /**
   * Makes payments of candidates: sets credit notes off, the oldest first and never below zero, and
   * leaves out what comes to less than the minimum. Only for these suppliers; null for all.
   */
  int group(@Param("run") RunMapper.Row run, @Param("suppliers") UUID @Nullable [] suppliers);

  List<UUID> listSuppliers(@Param("runId") UUID runId, @Param("itemIds") UUID[] itemIds);

  /** Takes items out, whatever the rules say. */
  int exclude(
      @Param("runId") UUID runId,
      @Param("itemIds") UUID[] itemIds,
      @Param("cause") String cause,
      @Nullable @Param("detail") String detail);

  int updateWanted(
      @Param("runId") UUID runId,
      @Param("itemId") UUID itemId,
      @Param("wanted") BigDecimal wanted,
      @Param("cause") String cause);

  /** Those of these items that must not be paid by the run, or are not open at all, and why. */
  List<StaleRow> listAgainst(@Param("run") RunMapper.Row run, @Param("itemIds") UUID[] itemIds);

  int deleteItemsById(@Param("runId") UUID runId, @Param("itemIds") UUID[] itemIds);

  List<ItemRow> listItemsById(@Param("runId") UUID runId, @Param("itemIds") UUID[] itemIds);

  /** What of an item may be paid now, with its sign. */
  BigDecimal payable(@Param("organizationId") UUID organizationId, @Param("itemId") UUID itemId);

  /** Makes candidates again of items that were out for this reason only. */
  int revive(
      @Param("runId") UUID runId, @Param("itemIds") UUID[] itemIds, @Param("cause") String cause);

  /** Frees every item of the run for others. */
  int free(@Param("runId") UUID runId);

  List<ItemRow> listItems(@Param("runId") UUID runId, @Param("filter") RunItemFilter filter);

  List<TotalRow> listTotals(@Param("runId") UUID runId);

  List<LeftRow> listLeft(@Param("runId") UUID runId);

  /** The fingerprint of every included item, amount, account and way, in order. */
  String fingerprint(@Param("runId") UUID runId);

  /** Included items that may not be paid as they stand any more, with the reason. */
  List<StaleRow> listStale(@Param("run") RunMapper.Row run);

  void upsertDeferral(
      @Param("organizationId") UUID organizationId,
      @Param("itemIds") UUID[] itemIds,
      @Nullable @Param("until") LocalDate until,
      @Param("reason") String reason,
      @Param("by") String by,
      @Param("at") Instant at);

  int deleteDeferrals(
      @Param("organizationId") UUID organizationId, @Param("itemIds") UUID[] itemIds);

  /** The run an item waits in, by its number. */
  @Nullable String findClaimant(
      @Param("organizationId") UUID organizationId, @Param("itemId") UUID itemId);

  /** The payment a settlement belongs to, by its end-to-end id. */
  @Nullable String findPaymentOf(
      @Param("organizationId") UUID organizationId, @Param("settlementId") UUID settlementId);

  /** An account payments go to, in one currency. */
  record Destination(UUID accountId, String currency) {}

  /** How destinations are paid, a column each; a cause where they are not. */
  record Routes(
      UUID[] accounts,
      String[] currencies,
      @Nullable UUID[] bankAccounts,
      @Nullable String[] methods,
      @Nullable String[] causes) {}

  /** An item with what is shown of it. */
  record ItemRow(
      UUID itemId,
      UUID supplierId,
      String supplierNumber,
      String supplierName,
      String documentNumber,
      String supplierInvoiceNumber,
      LocalDate dueOn,
      boolean candidate,
      boolean included,
      String reason,
      @Nullable String detail,
      BigDecimal openAmount,
      BigDecimal amount,
      BigDecimal discount,
      String currency,
      @Nullable UUID accountId,
      @Nullable String bankAccount,
      @Nullable PaymentMethod method) {

    RunItem value(@Nullable AccountNumber number) {
      Currency own = Currency.getInstance(currency);
      return new RunItem(
          itemId,
          supplierId,
          supplierNumber,
          supplierName,
          documentNumber,
          supplierInvoiceNumber,
          dueOn,
          included,
          reason,
          detail,
          new Money(openAmount, own),
          new Money(amount, own),
          new Money(discount, own),
          accountId,
          number == null ? null : number.masked(),
          bankAccount,
          method);
    }
  }

  /** A line of the totals. */
  record TotalRow(
      UUID bankAccountId,
      @Nullable String bankAccount,
      PaymentMethod method,
      String currency,
      int payments,
      int items,
      BigDecimal amount,
      BigDecimal discount,
      BigDecimal baseAmount,
      BigDecimal discountBase,
      String baseCurrency) {}

  /** How much one reason leaves out. */
  record LeftRow(String reason, String currency, int items, BigDecimal amount) {}

  /** An item that went stale. */
  record StaleRow(UUID itemId, String documentNumber, String reason, @Nullable String detail) {}
}
