package org.countinghouse.payables;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface PrepaymentMapper {

  List<Row> listOpen(
      @Param("organizationId") UUID organizationId,
      @Param("supplierId") UUID supplierId,
      @Param("currency") String currency,
      @Param("orderReference") @Nullable String orderReference,
      @Param("precedingInvoice") @Nullable String precedingInvoice);

  /** Those who use up prepayments of one supplier wait for each other. */
  boolean lockDeductions(@Param("key") String key);

  void insert(
      @Param("organizationId") UUID organizationId,
      @Param("invoiceId") UUID invoiceId,
      @Param("prepaymentId") UUID prepaymentId,
      @Param("amount") BigDecimal amount,
      @Param("currency") String currency);

  /** A prepayment with what is left of it. */
  record Row(UUID id, String documentNumber, String number, BigDecimal open) {}
}
