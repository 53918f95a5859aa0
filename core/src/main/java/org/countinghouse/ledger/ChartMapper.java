package org.countinghouse.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChartMapper {

  List<Row> list(@Param("organizationId") UUID organizationId);

  List<Row> listByCode(
      @Param("organizationId") UUID organizationId, @Param("codes") String[] codes);

  void insert(@Param("rows") Collection<Row> rows, @Param("by") String by, @Param("at") Instant at);

  /** Takes a purpose from whatever account has it. */
  int releasePurpose(
      @Param("organizationId") UUID organizationId, @Param("purpose") AccountPurpose purpose);

  int assignPurpose(
      @Param("organizationId") UUID organizationId,
      @Param("code") String code,
      @Param("purpose") AccountPurpose purpose);

  @Nullable Row findByPurpose(
      @Param("organizationId") UUID organizationId, @Param("purpose") AccountPurpose purpose);

  /** Null makes it active again. */
  int deactivate(
      @Param("organizationId") UUID organizationId,
      @Param("code") String code,
      @Param("at") @Nullable Instant at);

  int rename(
      @Param("organizationId") UUID organizationId,
      @Param("code") String code,
      @Param("name") String name);

  /** The table's columns as they are stored. */
  record Row(
      UUID id,
      UUID organizationId,
      String code,
      String name,
      String type,
      @Nullable String parent,
      boolean postable,
      @Nullable String currency,
      String requiredDimensions,
      @Nullable String controlledBy,
      @Nullable String purpose,
      boolean active) {

    static Row of(UUID id, UUID organizationId, NewAccount wanted) {
      Currency only = wanted.currency();
      AccountPurpose use = wanted.purpose();
      return new Row(
          id,
          organizationId,
          wanted.code(),
          wanted.name(),
          wanted.type().name(),
          wanted.parent(),
          wanted.postable(),
          only == null ? null : only.getCurrencyCode(),
          wanted.requiredDimensions().stream().sorted().collect(Collectors.joining(",")),
          wanted.controlledBy(),
          use == null ? null : use.name(),
          true);
    }

    Account account() {
      return new Account(
          id,
          organizationId,
          code,
          name,
          AccountType.valueOf(type),
          parent,
          postable,
          currency == null ? null : Currency.getInstance(currency),
          requiredDimensions.isEmpty()
              ? Set.of()
              : Set.copyOf(Arrays.asList(requiredDimensions.split(","))),
          controlledBy,
          purpose == null ? null : AccountPurpose.valueOf(purpose),
          active);
    }
  }
}
