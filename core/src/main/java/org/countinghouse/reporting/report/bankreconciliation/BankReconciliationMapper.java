package org.countinghouse.reporting.report.bankreconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface BankReconciliationMapper {

  /** Accounts with a statement up to a day, by the bank and by the books. */
  @Select(
      """
      select a.id, a.code, a.name, a.ledger_account, a.currency,
             p.balance - coalesce((select sum(e.amount) from finance.bank_entry_v e
                                    where e.bank_account_id = a.id and e.booked_on > #{asOf}), 0) as bank,
             coalesce((select sum(b.balance) from finance.ledger_balance_v b
                        where b.organization_id = a.organization_id and b.account = a.ledger_account
                          and b.currency = a.currency and b.period < #{month}), 0)
               + coalesce((select sum(l.amount) from finance.ledger_journal_line_v l
                            where l.organization_id = a.organization_id and l.account = a.ledger_account
                              and l.currency = a.currency
                              and l.posting_date between #{month} and #{asOf}), 0) as books
        from finance.bank_account_v a
        join finance.bank_position_v p on p.bank_account_id = a.id
       where a.organization_id = #{organizationId} and p.first_day <= #{asOf}
       order by a.code
      """)
  List<AccountRow> listAccounts(
      @Param("organizationId") UUID organizationId,
      @Param("month") LocalDate month,
      @Param("asOf") LocalDate asOf);

  /** What stands in suspense now of what the bank booked up to a day. */
  @Select(
      """
      select s.booked_on as day, e.counterparty_name as party, e.remittance as text, s.open_amount as amount
        from finance.bank_suspense_v s
        join finance.bank_entry_v e on e.id = s.entry_id
       where s.organization_id = #{organizationId} and s.bank_account_id = #{bankAccountId}
         and s.open_amount <> 0 and s.booked_on <= #{asOf}
       order by s.booked_on, e.position
      """)
  List<ItemRow> listSuspense(
      @Param("organizationId") UUID organizationId,
      @Param("bankAccountId") UUID bankAccountId,
      @Param("asOf") LocalDate asOf);

  /** What was ordered up to a day and no statement up to it shows. */
  @Select(
      """
      select p.pay_on as day, p.creditor_name as party, p.end_to_end_id as text, -p.amount as amount
        from finance.payment_v p
       where p.organization_id = #{organizationId} and p.bank_account_id = #{bankAccountId}
         and p.currency = #{currency} and p.pay_on <= #{asOf}
         and (p.state in ('RELEASED', 'ACCEPTED') or (p.state = 'SETTLED' and p.settled_on > #{asOf}))
       order by p.pay_on, p.end_to_end_id
      """)
  List<ItemRow> listInTransit(
      @Param("organizationId") UUID organizationId,
      @Param("bankAccountId") UUID bankAccountId,
      @Param("currency") String currency,
      @Param("asOf") LocalDate asOf);

  /** A bank account. */
  record AccountRow(
      UUID id,
      String code,
      String name,
      String ledgerAccount,
      String currency,
      BigDecimal bank,
      BigDecimal books) {}

  /** An entry or a payment. */
  record ItemRow(LocalDate day, @Nullable String party, String text, BigDecimal amount) {}
}
