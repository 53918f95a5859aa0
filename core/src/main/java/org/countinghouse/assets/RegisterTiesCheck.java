package org.countinghouse.assets;

import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * What the register says of every account of its categories must be what the ledger says: an asset
 * bought but not entered, or written off by hand, is found here.
 */
@Component
class RegisterTiesCheck implements ReadinessCheck {

  private final AssetMapper mapper;
  private final Organizations organizations;

  RegisterTiesCheck(AssetMapper mapper, Organizations organizations) {
    this.mapper = mapper;
    this.organizations = organizations;
  }

  @Override
  public String key() {
    return "assets.register-ties";
  }

  @Override
  public Title title() {
    return new Title(
        "The register of fixed assets equals its accounts",
        "Anlagenverzeichnis gleich Anlagekonten");
  }

  @Override
  public Set<String> after() {
    return Set.of(ROUTINES);
  }

  @Override
  public Set<String> watchedAccounts(UUID organizationId, YearMonth period) {
    return mapper.listTies(organizationId, period.atDay(1)).stream()
        .map(AssetMapper.TieRow::account)
        .collect(Collectors.toSet());
  }

  @Override
  public Readiness check(UUID organizationId, YearMonth period) {
    Currency base = organizations.byId(organizationId).baseCurrency();
    List<TieOut> ties =
        mapper.listTies(organizationId, period.atDay(1)).stream()
            .map(
                row ->
                    new TieOut(
                        "assets",
                        row.account(),
                        AssetStore.money(row.ledger(), base),
                        AssetStore.money(row.register(), base)))
            .toList();
    return Readiness.ofTieOuts(ties, Map.of());
  }
}
