package org.countinghouse.reporting.report.assetregister;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface AssetRegisterMapper {

  /** Assets that stood in the register at some time between the days, by category and number. */
  List<Row> list(
      @Param("organizationId") UUID organizationId,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to,
      @Param("category") @Nullable String category);

  /** One asset; all amounts in base currency, without sign unless undone. */
  record Row(
      UUID assetId,
      String number,
      String name,
      String category,
      String categoryName,
      @Nullable String costCentre,
      LocalDate inServiceOn,
      BigDecimal costOpening,
      BigDecimal additions,
      BigDecimal disposals,
      BigDecimal writtenOpening,
      BigDecimal depreciation,
      BigDecimal impairment,
      BigDecimal writtenDisposals) {}
}
