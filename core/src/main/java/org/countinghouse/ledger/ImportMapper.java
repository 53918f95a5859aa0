package org.countinghouse.ledger;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ImportMapper {

  @Nullable JournalsImported findByRequest(
      @Param("organizationId") UUID organizationId, @Param("requestId") UUID requestId);

  @Nullable JournalsImported findByContent(
      @Param("organizationId") UUID organizationId, @Param("sha256") String sha256);

  void insert(
      @Param("row") JournalsImported row,
      @Param("batch") int batch,
      @Param("sha256") String sha256,
      @Param("by") String by);
}
