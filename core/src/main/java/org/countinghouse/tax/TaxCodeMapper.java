package org.countinghouse.tax;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface TaxCodeMapper {

  void insert(@Param("row") TaxCode row, @Param("by") String by, @Param("at") Instant at);

  List<TaxCode> list(@Param("organizationId") UUID organizationId);
}
