package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PolicyMapper {

  @Select(
      """
      select days_ahead, minimum_amount, base_currency, discount_yield_min, array_to_string(weekdays, ',') as weekdays,
             pay_after_days, next_proposal_on
        from finance.payment_settings where organization_id = #{organizationId}
      """)
  @Nullable Row find(@Param("organizationId") UUID organizationId);

  @Insert(
      """
      insert into finance.payment_settings
        (organization_id, days_ahead, minimum_amount, base_currency, discount_yield_min, weekdays, pay_after_days, next_proposal_on,
         changed_by, changed_at)
      values
        (#{organizationId}, #{row.daysAhead}, #{row.minimumAmount}, #{row.baseCurrency}, #{row.discountYieldMin},
         string_to_array(#{row.weekdays}, ',')::int[], #{row.payAfterDays}, #{row.nextProposalOn}, #{by}, #{at})
      on conflict on constraint pk_payment_settings do update
        set days_ahead = excluded.days_ahead, minimum_amount = excluded.minimum_amount, base_currency = excluded.base_currency,
            discount_yield_min = excluded.discount_yield_min, weekdays = excluded.weekdays, pay_after_days = excluded.pay_after_days,
            next_proposal_on = excluded.next_proposal_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at
      """)
  void upsert(
      @Param("organizationId") UUID organizationId,
      @Param("row") Row row,
      @Param("by") String by,
      @Param("at") Instant at);

  @Select(
      """
      select c.currency, b.code
        from finance.payment_currency_accounts c
        join finance.bank_account_v b on b.organization_id = c.organization_id and b.id = c.bank_account_id
       where c.organization_id = #{organizationId}
       order by c.currency
      """)
  List<AccountRow> listAccounts(@Param("organizationId") UUID organizationId);

  @Delete("delete from finance.payment_currency_accounts where organization_id = #{organizationId}")
  int deleteAccounts(@Param("organizationId") UUID organizationId);

  @Insert(
      """
      insert into finance.payment_currency_accounts (organization_id, currency, bank_account_id)
      values (#{organizationId}, #{currency}, #{bankAccountId})
      """)
  void insertAccount(
      @Param("organizationId") UUID organizationId,
      @Param("currency") String currency,
      @Param("bankAccountId") UUID bankAccountId);

  /** Organizations whose day for a proposal has come; a day before the newest in any zone. */
  @Select(
      """
      select organization_id, next_proposal_on as day from finance.payment_settings
       where next_proposal_on <= #{latest} order by organization_id
      """)
  List<DueRow> listDue(@Param("latest") LocalDate latest);

  /** Moves the day on; zero when somebody else did. */
  @Update(
      """
      update finance.payment_settings set next_proposal_on = #{next}
       where organization_id = #{organizationId} and next_proposal_on = #{was}
      """)
  int advance(
      @Param("organizationId") UUID organizationId,
      @Param("was") LocalDate was,
      @Param("next") LocalDate next);

  /** A policy as stored. */
  record Row(
      int daysAhead,
      BigDecimal minimumAmount,
      String baseCurrency,
      BigDecimal discountYieldMin,
      String weekdays,
      int payAfterDays,
      @Nullable LocalDate nextProposalOn) {}

  /** Which account pays a currency. */
  record AccountRow(String currency, String code) {}

  /** Where a proposal is due. */
  record DueRow(UUID organizationId, LocalDate day) {}
}
