package org.countinghouse.payables;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom nothing is paid to, why and until when; in bulk: {@code finance.supplier_hold_v}. */
@Service
@Transactional(readOnly = true)
public class SupplierHolds {

  private final HoldMapper mapper;

  SupplierHolds(HoldMapper mapper) {
    this.mapper = mapper;
  }

  /** Why nothing is paid to this supplier; empty when it may be paid. */
  public Optional<SupplierHold> find(UUID supplierId) {
    return Optional.ofNullable(mapper.find(supplierId));
  }

  /** The suppliers nothing is paid to, by name; candidates and refused ones included. */
  public List<SupplierHold> list(UUID organizationId) {
    return mapper.list(organizationId);
  }

  @Mapper
  interface HoldMapper {

    String COLUMNS =
        "select supplier_id, supplier_number, supplier_name, reason, held_until as until"
            + " from finance.supplier_hold_v ";

    @Select(COLUMNS + "where supplier_id = #{supplierId}")
    @Nullable SupplierHold find(@Param("supplierId") UUID supplierId);

    @Select(
        COLUMNS
            + "where organization_id = #{organizationId} order by lower(supplier_name),"
            + " supplier_id")
    List<SupplierHold> list(@Param("organizationId") UUID organizationId);
  }
}
