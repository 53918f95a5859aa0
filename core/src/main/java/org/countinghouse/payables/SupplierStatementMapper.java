package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface SupplierStatementMapper {

  /** Items and their settlements up to the day, in the order of posting. */
  @Select(
      """
      select i.posted_on as day, case when i.amount < 0 then 'CREDIT_NOTE' else 'INVOICE' end as kind,
             v.document_number as number, v.number as reference, i.due_on, i.amount, 0 as discount, i.currency
        from finance.payable_items i
        join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id
       where i.organization_id = #{organizationId} and i.supplier_id = #{supplierId} and i.posted_on <= #{to}
      union all
      select s.settled_on, case when s.reverses_id is null then 'PAYMENT' else 'PAYMENT_REVERSED' end,
             s.number, s.reference, null, -s.amount, -s.discount_amount, s.currency
        from finance.payable_items i
        join finance.payable_settlements s on s.organization_id = i.organization_id and s.item_id = i.id
       where i.organization_id = #{organizationId} and i.supplier_id = #{supplierId} and s.settled_on <= #{to}
       order by day, kind, number
      """)
  List<Row> list(
      @Param("organizationId") UUID organizationId,
      @Param("supplierId") UUID supplierId,
      @Param("to") LocalDate to);

  /** A movement as stored. */
  record Row(
      LocalDate day,
      SupplierStatement.Kind kind,
      String number,
      String reference,
      @Nullable LocalDate dueOn,
      BigDecimal amount,
      BigDecimal discount,
      String currency) {}
}
