package org.countinghouse.assets;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.assets.AssetMapper.AssetRow;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.assets.schedule.Revision;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * What is due of every asset to the end of a month: five queries however many assets there are, and
 * arithmetic.
 */
@Component
class DueCharges {

  private final AssetMapper mapper;
  private final Organizations organizations;

  DueCharges(AssetMapper mapper, Organizations organizations) {
    this.mapper = mapper;
    this.organizations = organizations;
  }

  record Due(int looked, List<Depreciation.Charge> charges) {}

  Due of(UUID organizationId, YearMonth period) {
    Month yearStart = organizations.byId(organizationId).fiscalYearStart().getMonth();
    List<AssetRow> live = mapper.listLive(organizationId);
    Map<UUID, List<TransactionRow>> happenings =
        mapper.listEvents(organizationId).stream()
            .collect(Collectors.groupingBy(TransactionRow::assetId));
    Map<UUID, BigDecimal> recorded =
        mapper.sumDepreciation(organizationId, period.atDay(1)).stream()
            .collect(Collectors.toMap(AssetMapper.SumRow::assetId, AssetMapper.SumRow::amount));
    Map<UUID, Map<YearMonth, BigDecimal>> units = units(organizationId);
    Map<UUID, List<Revision>> revisions =
        mapper.listRevisions(organizationId, null).stream()
            .collect(
                Collectors.groupingBy(
                    AssetMapper.RevisionRow::assetId,
                    Collectors.mapping(AssetStore::revision, Collectors.toList())));
    List<Depreciation.Charge> charges = new ArrayList<>();
    for (AssetRow row : live) {
      Asset asset = AssetStore.asset(row);
      Money done =
          AssetStore.money(
              recorded.getOrDefault(row.id(), BigDecimal.ZERO),
              asset.terms().residual().currency());
      Money due =
          History.schedule(
                  asset,
                  happenings.getOrDefault(row.id(), List.of()),
                  yearStart,
                  units.getOrDefault(row.id(), Map.of()),
                  revisions.getOrDefault(row.id(), List.of()))
              .map(schedule -> schedule.chargedThrough(period))
              .orElse(Money.zero(done.currency()));
      if (!due.equals(done)) {
        charges.add(new Depreciation.Charge(asset, due.minus(done)));
      }
    }
    return new Due(live.size(), charges);
  }

  List<Asset> withoutUnits(UUID organizationId, YearMonth period) {
    Map<UUID, Map<YearMonth, BigDecimal>> units = units(organizationId);
    return mapper.listLive(organizationId).stream()
        .filter(row -> row.method() == Method.UNITS)
        .filter(row -> !YearMonth.from(row.inServiceOn()).isAfter(period))
        .filter(row -> !units.getOrDefault(row.id(), Map.of()).containsKey(period))
        .map(AssetStore::asset)
        .toList();
  }

  private Map<UUID, Map<YearMonth, BigDecimal>> units(UUID organizationId) {
    Map<UUID, Map<YearMonth, BigDecimal>> units = new HashMap<>();
    mapper
        .listUnits(organizationId, null)
        .forEach(
            row ->
                units
                    .computeIfAbsent(row.assetId(), id -> new HashMap<>())
                    .put(YearMonth.from(row.period()), row.units()));
    return units;
  }
}
