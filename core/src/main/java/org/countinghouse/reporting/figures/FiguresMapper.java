package org.countinghouse.reporting.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FiguresMapper {

  /** What the journals that carry results forward moved, by account, in base currency. */
  @Select(
      """
      select account, sum(base_amount) as amount
        from finance.year_closing_v
       where organization_id = #{organizationId} and recorded_at <= #{knownAt}
         and posting_date between #{from} and #{to}
       group by account
      """)
  List<Amount> listYearClosings(
      @Param("organizationId") UUID organizationId,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to,
      @Param("knownAt") Instant knownAt);

  /** What opening balances taken over from another system moved, by account, in base currency. */
  @Select(
      """
      select l.account, sum(l.base_amount) as amount
        from finance.ledger_journal_v j
        join finance.ledger_journal_line_v l
          on l.organization_id = j.organization_id and l.journal_id = j.journal_id
             and l.posting_date = j.posting_date
       where j.organization_id = #{organizationId} and j.source = 'ledger:opening'
         and j.recorded_at <= #{knownAt} and j.posting_date between #{from} and #{to}
       group by l.account
      """)
  List<Amount> listOpenings(
      @Param("organizationId") UUID organizationId,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to,
      @Param("knownAt") Instant knownAt);

  /** Debit positive. */
  record Amount(String account, BigDecimal amount) {}
}
