package org.countinghouse.close;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ManualItemMapper {

  void insert(
      @Param("row") Row row, @Param("createdBy") String createdBy, @Param("at") Instant createdAt);

  int insertAccounts(
      @Param("organizationId") UUID organizationId,
      @Param("itemId") UUID itemId,
      @Param("accounts") List<String> accounts);

  @Nullable Row findByKey(@Param("organizationId") UUID organizationId, @Param("key") String key);

  /** Those there are, by key. */
  List<Row> list(@Param("organizationId") UUID organizationId);

  int delete(@Param("id") UUID id, @Param("at") Instant at);

  /** The codes among these that are accounts of the organization. */
  List<String> listKnownAccounts(
      @Param("organizationId") UUID organizationId, @Param("accounts") List<String> accounts);

  boolean isRole(@Param("role") String role);

  /**
   * The columns as they are stored.
   *
   * @param afterKeys separated by commas
   * @param accounts separated by commas, sorted; read only
   */
  record Row(
      UUID id,
      UUID organizationId,
      String key,
      String titleEn,
      String titleDe,
      String instructions,
      String owner,
      String afterKeys,
      String evidence,
      String frequency,
      String accounts) {}
}
