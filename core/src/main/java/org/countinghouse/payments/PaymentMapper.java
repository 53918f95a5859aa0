package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

@Mapper
interface PaymentMapper {

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row findByEndToEndId(
      @Param("organizationId") UUID organizationId, @Param("endToEndId") String endToEndId);

  /** By end-to-end id, those after one. */
  List<Row> listOfRun(
      @Param("runId") UUID runId,
      @Nullable @Param("after") String after,
      @Param("limit") int limit);

  List<Row> listOfAnswer(
      @Param("organizationId") UUID organizationId,
      @Param("answerId") UUID answerId,
      @Param("limit") int limit);

  List<Row> list(@Param("filter") PaymentFilter filter);

  List<PartRow> listParts(
      @Param("organizationId") UUID organizationId, @Param("paymentIds") UUID[] paymentIds);

  /** Marks outstanding payments as on a statement. */
  int settle(
      @Param("organizationId") UUID organizationId,
      @Param("ids") UUID[] ids,
      @Param("entryIds") UUID[] entryIds,
      @Param("days") LocalDate[] days,
      @Param("at") Instant at);

  /** Makes payments outstanding again that a statement had shown. */
  int unsettle(
      @Param("organizationId") UUID organizationId,
      @Param("entryIds") UUID[] entryIds,
      @Param("at") Instant at);

  /** Of the runs of these payments, those that have none outstanding. */
  List<RunRow> listEndedRuns(
      @Param("organizationId") UUID organizationId, @Param("paymentIds") UUID[] paymentIds);

  /** The first state of any payment of the run that a bank has had a say in; null for none. */
  Payment.@Nullable State findFurthest(@Param("runId") UUID runId);

  List<UUID> listSettlementsOfRun(@Param("runId") UUID runId);

  int cancel(@Param("runId") UUID runId, @Param("at") Instant at);

  /** A run by name. */
  record RunRow(UUID id, String number) {}

  /** A payment as stored. */
  record Row(
      UUID id,
      UUID organizationId,
      UUID runId,
      @Nullable UUID fileId,
      UUID bankAccountId,
      String endToEndId,
      UUID supplierId,
      UUID accountId,
      String creditorName,
      BigDecimal amount,
      String currency,
      PaymentMethod method,
      String remittance,
      @Nullable String reference,
      LocalDate payOn,
      Payment.State state,
      @Nullable LocalDate settledOn,
      @Nullable String reasonCode,
      @Nullable String reasonText) {

    Money money() {
      return new Money(amount, java.util.Currency.getInstance(currency));
    }
  }

  /** An item of a payment as stored. */
  record PartRow(
      UUID paymentId,
      UUID itemId,
      String documentNumber,
      String supplierInvoiceNumber,
      LocalDate issuedOn,
      BigDecimal amount,
      BigDecimal discount,
      String currency) {}
}
