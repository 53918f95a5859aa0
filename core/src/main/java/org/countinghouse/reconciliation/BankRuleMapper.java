package org.countinghouse.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface BankRuleMapper {

  /** Rules in use, in the order they are asked. */
  @Select(
      """
      select id, organization_id, name, rank, bank_account_id, pattern, counterparty_key,
             amount_from, amount_to, account, cost_centre, created_by
        from finance.bank_rules
       where organization_id = #{organizationId} and ended_at is null
       order by rank, name
      """)
  List<BankRule> list(@Param("organizationId") UUID organizationId);

  /** The rule in use of this id. */
  @Select(
      """
      select id, organization_id, name, rank, bank_account_id, pattern, counterparty_key,
             amount_from, amount_to, account, cost_centre, created_by
        from finance.bank_rules where id = #{id} and ended_at is null
      """)
  @Nullable BankRule find(@Param("id") UUID id);

  @Insert(
      """
      insert into finance.bank_rules
        (id, organization_id, name, rank, bank_account_id, pattern, counterparty_key, amount_from,
         amount_to, account, cost_centre, created_by, created_at)
      values
        (#{rule.id}, #{rule.organizationId}, #{rule.name}, #{rule.rank}, #{rule.bankAccountId},
         #{rule.pattern}, #{rule.counterpartyKey}, #{rule.amountFrom}, #{rule.amountTo},
         #{rule.account}, #{rule.costCentre}, #{rule.createdBy}, #{at})
      """)
  void insert(@Param("rule") BankRule rule, @Param("at") Instant at);

  @Update(
      "update finance.bank_rules set ended_by = #{by}, ended_at = #{at}"
          + " where id = #{id} and ended_at is null")
  int end(@Param("id") UUID id, @Param("by") String by, @Param("at") Instant at);

  @Select(
      "select charges_cost_centre, learn_after from finance.bank_settings"
          + " where organization_id = #{organizationId}")
  BankRules.@Nullable Settings findSettings(@Param("organizationId") UUID organizationId);

  @Insert(
      """
      insert into finance.bank_settings
        (organization_id, charges_cost_centre, learn_after, changed_by, changed_at)
      values (#{organizationId}, #{settings.chargesCostCentre}, #{settings.learnAfter}, #{by}, #{at})
      on conflict on constraint pk_bank_settings do update
         set charges_cost_centre = excluded.charges_cost_centre, learn_after = excluded.learn_after,
             changed_by = excluded.changed_by, changed_at = excluded.changed_at
      """)
  void upsertSettings(
      @Param("organizationId") UUID organizationId,
      @Param("settings") BankRules.Settings settings,
      @Param("by") String by,
      @Param("at") Instant at);

  @Select("select counterparty_key from finance.bank_entry_v where id = #{entryId}")
  @Nullable String counterpartyKey(@Param("entryId") UUID entryId);
}
