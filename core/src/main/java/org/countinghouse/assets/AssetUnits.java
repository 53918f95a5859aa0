package org.countinghouse.assets;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetMapper.UnitsRow;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What assets produced, for those written down by it. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AssetUnits {

  private final AssetMapper mapper;
  private final Audit audit;
  private final Clock clock;

  AssetUnits(AssetMapper mapper, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.audit = audit;
    this.clock = clock;
  }

  /** Production of an asset in a month. */
  public record Reading(UUID assetId, YearMonth period, BigDecimal units) {}

  /**
   * Takes readings; one for a month that has one takes its place, and the next depreciation run
   * posts the difference.
   *
   * @throws BusinessException {@code assets.asset-unknown}, {@code assets.units-invalid}
   */
  public void report(UUID organizationId, List<Reading> readings, Actor by) {
    if (readings.isEmpty()) {
      return;
    }
    mapper.lockRegister(organizationId);
    Map<UUID, AssetMapper.AssetRow> live =
        mapper.listLive(organizationId).stream()
            .collect(Collectors.toMap(AssetMapper.AssetRow::id, Function.identity()));
    List<UnitsRow> rows = new ArrayList<>();
    for (Reading reading : readings) {
      AssetMapper.AssetRow asset = live.get(reading.assetId());
      if (asset == null) {
        throw AssetsError.ASSET_UNKNOWN.with(reading.assetId());
      }
      if (asset.method() != Method.UNITS || reading.units().signum() < 0) {
        throw AssetsError.UNITS_INVALID.with(
            Asset.number(asset.number()),
            asset.method() == Method.UNITS
                ? "units cannot be negative."
                : "it is not written down by production.");
      }
      rows.add(
          new UnitsRow(
              organizationId, reading.assetId(), reading.period().atDay(1), reading.units()));
    }
    mapper.upsertUnits(rows, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "reported",
            "assets.units",
            rows.size() + " readings",
            null,
            readings));
  }
}
