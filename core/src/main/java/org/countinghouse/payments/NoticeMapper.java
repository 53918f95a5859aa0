package org.countinghouse.payments;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.countinghouse.money.Money;

/** What who releases a run should look at. */
@Mapper
interface NoticeMapper {

  /** The first of the suppliers that get money into an account they never got any into. */
  @Select(
      """
      select p.supplier_number, p.supplier_name, sum(i.amount) as amount, i.currency
        from finance.payment_run_items i
        join finance.payable_item_v p on p.organization_id = i.organization_id and p.id = i.item_id
       where i.run_id = #{runId} and i.included
         and not exists (select from finance.payments o
                          where o.organization_id = i.organization_id and o.account_id = i.account_id
                            and o.state in ('RELEASED', 'ACCEPTED', 'SETTLED'))
       group by 1, 2, 4, i.account_id
      having sum(i.amount) > 0
       order by 3 desc, 1
       limit 20
      """)
  List<Row> listNewAccounts(@Param("runId") UUID runId);

  /** The largest payments, by what they are in base currency. */
  @Select(
      """
      select p.supplier_number, p.supplier_name, sum(i.amount) as amount, i.currency
        from finance.payment_run_items i
        join finance.payable_item_v p on p.organization_id = i.organization_id and p.id = i.item_id
       where i.run_id = #{runId} and i.included
       group by 1, 2, 4, i.account_id
       order by sum(i.base_amount) desc, 1
       limit #{limit}
      """)
  List<Row> listLargest(@Param("runId") UUID runId, @Param("limit") int limit);

  /** What a supplier gets. */
  record Row(String supplierNumber, String supplierName, BigDecimal amount, String currency) {

    Money money() {
      return new Money(amount, Currency.getInstance(currency));
    }
  }
}
