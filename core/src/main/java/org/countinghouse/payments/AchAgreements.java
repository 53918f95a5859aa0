package org.countinghouse.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.bankdetails.UsAccount;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed with US banks; an account without an agreement pays nothing by ACH. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AchAgreements {

  private final Mapper mapper;
  private final BankAccounts bankAccounts;
  private final Audit audit;
  private final Clock clock;

  AchAgreements(Mapper mapper, BankAccounts bankAccounts, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.bankAccounts = bankAccounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was agreed for an account of ours, if anything was. */
  @Transactional(readOnly = true)
  public Optional<AchAgreement> find(UUID bankAccountId) {
    return Optional.ofNullable(mapper.find(bankAccountId));
  }

  /** The accounts that can pay by ACH. */
  @Transactional(readOnly = true)
  public Set<UUID> accounts(UUID organizationId) {
    return mapper.list(organizationId);
  }

  /**
   * Notes what was agreed, in the place of what was before.
   *
   * @param bankAccount code of our account, a US one
   * @throws BusinessException {@code banking.account-unknown}, {@code banking.account-closed},
   *     {@code payments.settings}
   */
  public void set(UUID organizationId, String bankAccount, AchAgreement agreed, Actor by) {
    BankAccount account = bankAccounts.requireOpen(organizationId, bankAccount);
    if (!(account.number() instanceof UsAccount)) {
      throw PaymentsError.SETTINGS.with(bankAccount + " is no US account");
    }
    AchAgreement before = mapper.find(account.id());
    mapper.upsert(organizationId, account.id(), agreed, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId, by, "set", "payments.ach-agreement", bankAccount, before, agreed));
  }

  @org.apache.ibatis.annotations.Mapper
  interface Mapper {

    @Select(
        """
        select destination_name, origin, origin_name, company_id, company_name, entry_description, balanced
          from finance.payment_ach_agreements where bank_account_id = #{bankAccountId}
        """)
    @Nullable AchAgreement find(@Param("bankAccountId") UUID bankAccountId);

    @Select(
        "select bank_account_id from finance.payment_ach_agreements where organization_id ="
            + " #{organizationId}")
    Set<UUID> list(@Param("organizationId") UUID organizationId);

    @Insert(
        """
        insert into finance.payment_ach_agreements
          (organization_id, bank_account_id, destination_name, origin, origin_name, company_id, company_name, entry_description,
           balanced, set_by, set_at)
        values
          (#{organizationId}, #{bankAccountId}, #{agreed.destinationName}, #{agreed.origin}, #{agreed.originName}, #{agreed.companyId},
           #{agreed.companyName}, #{agreed.entryDescription}, #{agreed.balanced}, #{by}, #{at})
        on conflict on constraint pk_payment_ach_agreements do update
          set destination_name = excluded.destination_name, origin = excluded.origin, origin_name = excluded.origin_name,
              company_id = excluded.company_id, company_name = excluded.company_name, entry_description = excluded.entry_description,
              balanced = excluded.balanced, set_by = excluded.set_by, set_at = excluded.set_at
        """)
    void upsert(
        @Param("organizationId") UUID organizationId,
        @Param("bankAccountId") UUID bankAccountId,
        @Param("agreed") AchAgreement agreed,
        @Param("by") String by,
        @Param("at") Instant at);
  }
}
