package org.countinghouse.reporting.report.agedpayables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface AgedPayablesMapper {

  /**
   * What was open at the end of a day: items posted up to it, less what they were settled for up to
   * it, by supplier and due date.
   */
  @Select(
      """
      select i.supplier_number, i.supplier_name, i.document_number, i.supplier_invoice_number,
             i.invoice_id, i.posted_on, i.due_on, i.held, i.currency,
             i.amount - coalesce(s.amount, 0) as open_amount,
             i.base_amount - coalesce(s.base_amount, 0) as open_base_amount
        from finance.payable_item_v i
        left join (
          select item_id, sum(amount) as amount, sum(base_amount) as base_amount
            from finance.payable_settlement_v
           where organization_id = #{organizationId} and settled_on <= #{asOf}
           group by item_id) s on s.item_id = i.id
       where i.organization_id = #{organizationId} and i.posted_on <= #{asOf}
         and i.amount <> coalesce(s.amount, 0)
       order by i.supplier_number, i.due_on, i.document_number
      """)
  List<Item> listOpen(@Param("organizationId") UUID organizationId, @Param("asOf") LocalDate asOf);

  /** The balance of the accounts that suppliers' claims are posted to, credit positive. */
  @Select(
      """
      select coalesce(-sum(part.amount), 0)
        from (
          select b.account, b.base_balance as amount
            from finance.ledger_balance_v b
           where b.organization_id = #{organizationId} and b.period < #{month}
          union all
          select l.account, l.base_amount
            from finance.ledger_journal_line_v l
           where l.organization_id = #{organizationId}
             and l.posting_date between #{month} and #{asOf}) part
        join finance.ledger_account_v a
          on a.organization_id = #{organizationId} and a.account = part.account
       where a.controlled_by = 'payables'
      """)
  BigDecimal controlBalance(
      @Param("organizationId") UUID organizationId,
      @Param("month") LocalDate month,
      @Param("asOf") LocalDate asOf);

  /** One open item. */
  record Item(
      String supplierNumber,
      String supplierName,
      String documentNumber,
      String supplierInvoiceNumber,
      UUID invoiceId,
      LocalDate postedOn,
      LocalDate dueOn,
      boolean held,
      String currency,
      BigDecimal openAmount,
      BigDecimal openBaseAmount) {}
}
