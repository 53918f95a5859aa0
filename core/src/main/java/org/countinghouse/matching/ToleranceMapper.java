package org.countinghouse.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ToleranceMapper {

  List<Row> list(@Param("organizationId") UUID organizationId);

  /** Of just this supplier; with null, of all without an own one. */
  @Nullable Row find(
      @Param("organizationId") UUID organizationId, @Param("supplierId") @Nullable UUID supplierId);

  void upsert(@Param("row") Row row, @Param("at") Instant at);

  int delete(@Param("organizationId") UUID organizationId, @Param("supplierId") UUID supplierId);

  /** Tolerances as stored. */
  record Row(
      UUID id,
      UUID organizationId,
      @Nullable UUID supplierId,
      @Nullable String supplier,
      @Nullable BigDecimal pricePercent,
      @Nullable BigDecimal priceAmount,
      @Nullable BigDecimal quantityPercent,
      @Nullable BigDecimal quantityAmount,
      BigDecimal chargeAmount,
      BigDecimal taxAmount,
      String currency,
      String setBy) {

    Tolerances tolerances() {
      return tolerances(amount -> amount);
    }

    /** Money goes through this; quantities are no money. */
    Tolerances tolerances(UnaryOperator<BigDecimal> money) {
      return new Tolerances(
          new Limit(pricePercent, priceAmount == null ? null : money.apply(priceAmount)),
          new Limit(quantityPercent, quantityAmount),
          money.apply(chargeAmount),
          money.apply(taxAmount));
    }
  }
}
