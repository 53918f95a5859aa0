package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Makes payments of a run's items, all at once. */
@Mapper
interface ReleaseMapper {

  /** The accounts the run pays to. */
  List<UUID> listAccounts(@Param("runId") UUID runId);

  /** How many payments the run makes, by account of ours and format. */
  List<FileRow> listFiles(@Param("runId") UUID runId);

  /** One payment per creditor's account, currency and way; they are numbered in that order. */
  int insertPayments(
      @Param("run") RunMapper.Row run,
      @Param("stem") String stem,
      @Param("files") FileColumns files,
      @Param("payees") PayeeColumns payees,
      @Param("ids") UUID[] ids,
      @Param("at") Instant at);

  /** The included items with the payment each belongs to. */
  List<PartRow> listParts(@Param("runId") UUID runId);

  /** Ties items to their payments and settlements; they are not held by the run any more. */
  int tieItems(
      @Param("runId") UUID runId,
      @Param("itemIds") UUID[] itemIds,
      @Param("settlementIds") UUID[] settlementIds,
      @Param("paymentIds") UUID[] paymentIds);

  /** The payments of a file, by way and currency, then end-to-end id; none of zero. */
  List<OrderRow> listOrders(@Param("fileId") UUID fileId);

  /** A file to be written. */
  record FileRow(UUID bankAccountId, PaymentFile.Format format, int payments) {}

  /** The files, a column each. */
  record FileColumns(UUID[] ids, UUID[] bankAccounts, String[] formats) {}

  /** The creditors' names, a column each. */
  record PayeeColumns(UUID[] accounts, String[] names) {}

  /** An item and its payment. */
  record PartRow(
      UUID itemId,
      UUID paymentId,
      UUID bankAccountId,
      String endToEndId,
      BigDecimal amount,
      BigDecimal discount) {}

  /** What is ordered. */
  record OrderRow(
      String endToEndId,
      UUID accountId,
      BigDecimal amount,
      String currency,
      PaymentMethod method,
      String remittance,
      @Nullable String reference) {}
}
