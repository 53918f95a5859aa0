package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface DimensionMapper {

  List<DimensionBalance> listCostCentres(
      @Param("organizationId") UUID organizationId,
      @Param("code") @Nullable String code,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to);

  List<DimensionBalance> listProjects(
      @Param("organizationId") UUID organizationId,
      @Param("code") @Nullable String code,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to);
}
