package org.countinghouse.procurement.report.opencommitments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface OpenCommitmentsMapper {

  /** Lines of issued orders that are not wholly invoiced, by account and cost centre. */
  @Select(
      """
      select c.account, a.name as account_name, c.cost_centre, c.project, c.number, c.position, c.name as what,
             c.supplier_id, c.period, l.base_net as ordered, l.base_net - c.amount as invoiced, c.amount as committed
        from procurement.open_commitment_v c
        join procurement.order_line_v l on l.organization_id = c.organization_id and l.order_line_id = c.order_line_id
        join finance.ledger_account_v a on a.organization_id = c.organization_id and a.account = c.account
       where c.organization_id = #{organizationId}
         and (#{account}::text is null or c.account = #{account})
         and (#{costCentre}::text is null or c.cost_centre = #{costCentre})
       order by c.account, c.cost_centre nulls first, c.number, c.position
      """)
  List<Line> list(
      @Param("organizationId") UUID organizationId,
      @Param("account") @Nullable String account,
      @Param("costCentre") @Nullable String costCentre);

  /**
   * One line; amounts in base currency.
   *
   * @param invoiced what of the order's amount was released by invoices
   */
  record Line(
      String account,
      String accountName,
      @Nullable String costCentre,
      @Nullable String project,
      String number,
      int position,
      String what,
      UUID supplierId,
      LocalDate period,
      BigDecimal ordered,
      BigDecimal invoiced,
      BigDecimal committed) {}
}
