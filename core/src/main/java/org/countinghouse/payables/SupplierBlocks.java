package org.countinghouse.payables;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.payables.SupplierChange.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops dealing with a supplier and goes on again. Stopping is quick: one person, with a reason.
 * Going on takes two, as a supplier change.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class SupplierBlocks {

  private static final int REASON_LENGTH_MIN = 3;
  private static final int REASON_LENGTH_MAX = 500;

  private final SupplierMapper mapper;
  private final BlockMapper blocks;
  private final SupplierChanges changes;
  private final Audit audit;
  private final Clock clock;

  SupplierBlocks(
      SupplierMapper mapper,
      BlockMapper blocks,
      SupplierChanges changes,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.blocks = blocks;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every time the supplier was blocked, the latest first. */
  @Transactional(readOnly = true)
  public List<SupplierBlock> of(UUID supplierId) {
    return blocks.list(supplierId);
  }

  /**
   * Stops payments to the supplier and orders to it at once. What it is owed stays.
   *
   * @throws BusinessException {@code payables.supplier-unknown}, {@code payables.supplier-state}
   *     when it is not active, {@code payables.block-reason}
   */
  public void block(UUID supplierId, String reason, Actor by) {
    Supplier supplier = lock(supplierId);
    if (supplier.state() != SupplierState.ACTIVE) {
      throw PayablesError.SUPPLIER_STATE.with(supplier.number(), supplier.state(), "blocked");
    }
    String why = reason(supplier, reason);
    blocks.insert(Ids.next(), supplier, why, by.username(), clock.instant());
    mapper.updateState(supplierId, SupplierState.BLOCKED, null, null);
    audit.record(
        new AuditEntry(
            supplier.organizationId(),
            by,
            "blocked",
            Suppliers.RESOURCE,
            supplier.number(),
            null,
            why));
  }

  /**
   * Asks to let a blocked supplier go; a second person decides.
   *
   * @throws BusinessException {@code payables.supplier-unknown}, {@code payables.supplier-state}
   *     when nobody blocked it or somebody asked already, {@code payables.block-reason}
   */
  public void requestUnblock(UUID supplierId, String reason, Actor by) {
    Supplier supplier = lock(supplierId);
    boolean asked =
        changes.open(supplierId).stream().anyMatch(change -> change.kind() == Kind.UNBLOCK);
    boolean blocked = blocks.list(supplierId).stream().anyMatch(SupplierBlock::open);
    if (!blocked || asked) {
      throw PayablesError.SUPPLIER_STATE.with(supplier.number(), supplier.state(), "let go");
    }
    changes.request(supplier, Kind.UNBLOCK, null, false, reason(supplier, reason), null, by);
  }

  private Supplier lock(UUID supplierId) {
    SupplierMapper.Row row = mapper.lockById(supplierId);
    if (row == null) {
      throw PayablesError.SUPPLIER_UNKNOWN.with(supplierId);
    }
    return row.supplier();
  }

  private static String reason(Supplier supplier, String reason) {
    return requireReason(reason, "supplier " + supplier.number());
  }

  /** The reason, long enough to be one. */
  static String requireReason(String reason, String what) {
    String why = reason.strip();
    if (why.length() < REASON_LENGTH_MIN || why.length() > REASON_LENGTH_MAX) {
      throw PayablesError.BLOCK_REASON.with(what);
    }
    return why;
  }

  @Mapper
  interface BlockMapper {

    @Insert(
        """
        insert into finance.supplier_blocks
          (id, organization_id, supplier_id, reason, blocked_by, blocked_at)
        values (#{id}, #{supplier.organizationId}, #{supplier.id}, #{reason}, #{by}, #{at})
        """)
    void insert(
        @Param("id") UUID id,
        @Param("supplier") Supplier supplier,
        @Param("reason") String reason,
        @Param("by") String by,
        @Param("at") Instant at);

    @Update(
        """
        update finance.supplier_blocks
           set lifted_by = #{by}, lifted_at = #{at}, change_id = #{changeId}
         where supplier_id = #{supplierId} and lifted_at is null
        """)
    int lift(
        @Param("supplierId") UUID supplierId,
        @Param("by") String by,
        @Param("at") Instant at,
        @Param("changeId") UUID changeId);

    @Select(
        """
        select reason, blocked_by, blocked_at, lifted_by, lifted_at
          from finance.supplier_blocks
         where supplier_id = #{supplierId}
         order by blocked_at desc, id desc
        """)
    List<SupplierBlock> list(@Param("supplierId") UUID supplierId);
  }
}
