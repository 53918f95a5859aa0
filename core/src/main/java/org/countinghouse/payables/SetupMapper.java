package org.countinghouse.payables;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SetupMapper {

  @Nullable PayablesAccounts findAccounts(@Param("organizationId") UUID organizationId);

  void upsertAccounts(
      @Param("organizationId") UUID organizationId, @Param("accounts") PayablesAccounts accounts);
}
