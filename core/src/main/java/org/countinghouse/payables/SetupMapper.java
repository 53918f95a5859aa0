package org.countinghouse.payables;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SetupMapper {

  @Nullable PayablesAccounts findAccounts(@Param("organizationId") UUID organizationId);

  void upsertAccounts(
      @Param("organizationId") UUID organizationId, @Param("accounts") PayablesAccounts accounts);

  void insertTaxCode(@Param("row") TaxCode row, @Param("by") String by, @Param("at") Instant at);

  List<TaxCode> listTaxCodes(@Param("organizationId") UUID organizationId);
}
