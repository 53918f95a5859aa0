package org.countinghouse.payables;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each organization decided about new bank accounts. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class SupplierPolicies {

  private final PolicyMapper mapper;
  private final Audit audit;
  private final Clock clock;

  SupplierPolicies(PolicyMapper mapper, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.audit = audit;
    this.clock = clock;
  }

  /** The organization's policy, or {@link SupplierPolicy#DEFAULT}. */
  @Transactional(readOnly = true)
  public SupplierPolicy of(UUID organizationId) {
    SupplierPolicy policy = mapper.find(organizationId);
    return policy == null ? SupplierPolicy.DEFAULT : policy;
  }

  /** Sets the policy; accounts verified before keep their day. */
  public void set(UUID organizationId, SupplierPolicy policy, Actor by) {
    SupplierPolicy before = of(organizationId);
    mapper.upsert(organizationId, policy, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "set",
            "payables.supplier-policy",
            organizationId.toString(),
            before,
            policy));
  }

  @Mapper
  interface PolicyMapper {

    @Select(
        """
        select change_hold_days, new_hold_days
          from finance.supplier_policies where organization_id = #{organizationId}
        """)
    @Nullable SupplierPolicy find(@Param("organizationId") UUID organizationId);

    @Insert(
        """
        insert into finance.supplier_policies
          (organization_id, change_hold_days, new_hold_days, set_by, set_at)
        values (#{organizationId}, #{policy.changeHoldDays}, #{policy.newHoldDays}, #{by}, #{at})
        on conflict (organization_id) do update
           set change_hold_days = excluded.change_hold_days, new_hold_days = excluded.new_hold_days,
               set_by = excluded.set_by, set_at = excluded.set_at
        """)
    void upsert(
        @Param("organizationId") UUID organizationId,
        @Param("policy") SupplierPolicy policy,
        @Param("by") String by,
        @Param("at") Instant at);
  }
}
