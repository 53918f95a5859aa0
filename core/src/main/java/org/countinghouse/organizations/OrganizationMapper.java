package org.countinghouse.organizations;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface OrganizationMapper {

  @Nullable Row findByCode(@Param("code") String code);

  @Nullable Row findById(@Param("id") UUID id);

  List<Row> list();

  List<Row> listVisibleTo(@Param("username") String username);

  void insert(@Param("row") Row row, @Param("by") String by, @Param("at") Instant at);

  List<CostCentre> listCostCentres(@Param("organizationId") UUID organizationId);

  @Nullable CostCentre findCostCentre(
      @Param("organizationId") UUID organizationId, @Param("code") String code);

  void insertCostCentre(
      @Param("row") CostCentre row, @Param("by") String by, @Param("at") Instant at);

  List<Project> listProjects(@Param("organizationId") UUID organizationId);

  void insertProject(@Param("row") Project row, @Param("by") String by, @Param("at") Instant at);

  /** Nulls open it again. */
  int closeProject(
      @Param("id") UUID id, @Param("by") @Nullable String by, @Param("at") @Nullable Instant at);

  /** The table's columns as they are stored. */
  record Row(
      UUID id,
      String code,
      String name,
      String country,
      String baseCurrency,
      String zoneId,
      String locale,
      String fiscalYearStart) {

    static Row of(UUID id, NewOrganization wanted) {
      return new Row(
          id,
          wanted.code(),
          wanted.name(),
          wanted.country(),
          wanted.baseCurrency().getCurrencyCode(),
          wanted.zone().getId(),
          wanted.locale().toLanguageTag(),
          // MonthDay writes --MM-dd
          wanted.fiscalYearStart().toString().substring(2));
    }

    Organization organization() {
      return new Organization(
          id,
          code,
          name,
          country,
          Currency.getInstance(baseCurrency),
          ZoneId.of(zoneId),
          Locale.forLanguageTag(locale),
          MonthDay.parse("--" + fiscalYearStart));
    }
  }
}
