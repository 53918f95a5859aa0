package org.countinghouse.procurement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProcurementSetupMapper {

  List<Category> listCategories(@Param("organizationId") UUID organizationId);

  int dropStandard(@Param("organizationId") UUID organizationId);

  int keepCategory(
      @Param("id") UUID id,
      @Param("row") Category row,
      @Param("by") String by,
      @Param("at") Instant at);

  List<BudgetControl> listControls(@Param("organizationId") UUID organizationId);

  int setControl(
      @Param("id") UUID id,
      @Param("row") BudgetControl row,
      @Param("by") String by,
      @Param("at") Instant at);
}
