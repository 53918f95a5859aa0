package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface DiscountMapper {

  List<Discounts.Term> listOfSupplier(@Param("supplierId") UUID supplierId);

  int deleteOfSupplier(@Param("supplierId") UUID supplierId);

  void insertOfSupplier(
      @Param("organizationId") UUID organizationId,
      @Param("supplierId") UUID supplierId,
      @Param("days") int days,
      @Param("percent") BigDecimal percent);

  List<TermRow> listOfInvoice(@Param("invoiceId") UUID invoiceId);

  void insertOfInvoice(@Param("row") TermRow row);

  /** A document that offers two percentages for one day grants the higher. */
  void insertOfItem(@Param("row") ItemRow row);

  int updateItem(@Param("row") ItemRow row);

  /** A term of a document as stored. */
  record TermRow(
      UUID organizationId,
      UUID invoiceId,
      int position,
      int days,
      BigDecimal percent,
      @Nullable BigDecimal baseAmount,
      String currency) {}

  /** A discount of a due item as stored. */
  record ItemRow(
      UUID organizationId,
      UUID itemId,
      LocalDate until,
      int days,
      BigDecimal percent,
      BigDecimal baseAmount,
      BigDecimal amount,
      String currency) {}
}
