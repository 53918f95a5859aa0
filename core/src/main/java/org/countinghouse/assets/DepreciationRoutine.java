package org.countinghouse.assets;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.spi.ClosingRoutine;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.errors.Finding;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** The month's depreciation, as the close runs it. */
@Component
class DepreciationRoutine implements ClosingRoutine {

  private static final int SHOWN_MAX = 100;

  private final Depreciation depreciation;
  private final AssetMapper mapper;
  private final Organizations organizations;

  DepreciationRoutine(Depreciation depreciation, AssetMapper mapper, Organizations organizations) {
    this.depreciation = depreciation;
    this.mapper = mapper;
    this.organizations = organizations;
  }

  @Override
  public String key() {
    return "assets.depreciation";
  }

  @Override
  public Title title() {
    return new Title("Depreciation is posted", "Abschreibungen sind gebucht");
  }

  @Override
  public Set<String> after() {
    return Set.of("journals.recurring-posted");
  }

  @Override
  public String job() {
    return "assets.depreciate";
  }

  @Override
  public Readiness evidence(UUID organizationId, YearMonth period) {
    List<OpenItem> open = new ArrayList<>();
    depreciation.due(organizationId, period).stream()
        .limit(SHOWN_MAX)
        .map(
            charge ->
                item(
                    charge.asset(),
                    AssetsError.CHARGE_DUE.at(
                        "", charge.amount(), charge.asset().number(), period)))
        .forEach(open::add);
    depreciation.withoutUnits(organizationId, period).stream()
        .limit(SHOWN_MAX)
        .map(asset -> item(asset, AssetsError.UNITS_MISSING.at("", asset.number(), period)))
        .forEach(open::add);
    AssetMapper.RunTotal total = mapper.totalRuns(organizationId, period.atDay(1));
    Currency base = organizations.byId(organizationId).baseCurrency();
    return Readiness.of(
        open,
        Map.of(
            "journals",
            Integer.toString(total.journals()),
            "amount",
            AssetStore.money(total.amount(), base).toString()));
  }

  private static OpenItem item(Asset asset, Finding finding) {
    return new OpenItem(
        "asset",
        asset.number() + " " + asset.name(),
        finding.message(),
        "/api/assets/" + asset.id());
  }
}
