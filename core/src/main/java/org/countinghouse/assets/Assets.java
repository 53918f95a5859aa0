package org.countinghouse.assets;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetMapper.AssetRow;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.AssetTransaction.Kind;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters assets into the register and keeps what is known of them. What changes their value later
 * is {@link AssetEvents}; what they stand at, {@link AssetRegister}.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Assets {

  private static final int ROWS_PER_STATEMENT = 1_000;

  private final AssetMapper mapper;
  private final AssetStore store;
  private final AssetCategories categories;
  private final AssetJournals journals;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  Assets(
      AssetMapper mapper,
      AssetStore store,
      AssetCategories categories,
      AssetJournals journals,
      ChartOfAccounts chart,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.store = store;
    this.categories = categories;
    this.journals = journals;
    this.chart = chart;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** {@link #registerAll} for one. */
  public Asset register(UUID organizationId, NewAsset wanted, Actor by) {
    return registerAll(organizationId, List.of(wanted), by).get(0);
  }

  /**
   * Enters assets, each with the next number; all or none.
   *
   * @throws BusinessException {@code assets.category-unknown}, {@code assets.asset-invalid}, {@code
   *     assets.terms-incomplete}, {@code assets.amount-invalid}, {@code assets.tag-taken}, {@code
   *     assets.cost-centre-unknown}, {@code assets.cost-centre-missing}, {@code
   *     assets.takeover-day}; and of {@link org.countinghouse.ledger.Ledger#post} where a contra
   *     account is named
   */
  public List<Asset> registerAll(UUID organizationId, List<NewAsset> wanted, Actor by) {
    long number = mapper.lockRegister(organizationId);
    EntryRules rules = rules(organizationId);
    List<AssetRow> rows = new ArrayList<>();
    List<Asset> assets = new ArrayList<>();
    Set<String> tags = new HashSet<>(takenTags(organizationId, wanted));
    for (NewAsset each : wanted) {
      Asset asset = rules.asset(each, ++number);
      String tag = each.details().tag();
      if (tag != null && !tags.add(tag)) {
        throw AssetsError.TAG_TAKEN.with(tag);
      }
      assets.add(asset);
      rows.add(AssetStore.row(asset.id(), number, asset));
    }
    for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
      mapper.insertAssets(
          rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)),
          by.username(),
          clock.instant());
    }
    begin(rules, wanted, assets, by);
    mapper.updateLastNumber(organizationId, number);
    return List.copyOf(assets);
  }

  /**
   * Where an asset is used from now on: its next depreciation is charged there.
   *
   * @throws BusinessException {@code assets.asset-unknown}, {@code assets.cost-centre-unknown},
   *     {@code assets.cost-centre-missing}
   */
  public Asset move(
      UUID assetId,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String location,
      Actor by) {
    Asset before = store.lock(assetId).asset();
    EntryRules rules = rules(before.organizationId());
    rules.checkCostCentre(before.name(), rules.category(before.category()), costCentre);
    mapper.updatePlace(assetId, before.version(), costCentre, project, location);
    Asset after = store.require(assetId).asset();
    audit.record(
        new AuditEntry(
            before.organizationId(),
            by,
            "moved",
            "assets.asset",
            before.number(),
            before.details(),
            after.details()));
    return after;
  }

  EntryRules rules(UUID organizationId) {
    Map<String, AssetCategory> known = categories.byCode(organizationId);
    Set<String> expenses =
        known.values().stream()
            .map(AssetCategory::expenseAccount)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new EntryRules(
        organizations.byId(organizationId),
        known,
        chart.findAll(organizationId, expenses),
        organizations.costCentres(organizationId).stream()
            .map(CostCentre::code)
            .collect(Collectors.toSet()));
  }

  List<String> takenTags(UUID organizationId, List<NewAsset> wanted) {
    String[] tags =
        wanted.stream()
            .map(each -> each.details().tag())
            .filter(Objects::nonNull)
            .toArray(String[]::new);
    return tags.length == 0 ? List.of() : mapper.listTags(organizationId, tags);
  }

  private void begin(EntryRules rules, List<NewAsset> wanted, List<Asset> assets, Actor by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<TransactionRow> rows = new ArrayList<>();
    for (int i = 0; i < assets.size(); i++) {
      Asset asset = assets.get(i);
      Beginning beginning = wanted.get(i).beginning();
      Money accumulated = beginning.accumulated();
      AssetCategory category = rules.category(asset.category());
      UUID journal = acquisition(asset, category, beginning, by);
      rows.add(
          new Movement(asset, category, by, now)
              .of(
                  accumulated == null ? Kind.ACQUISITION : Kind.TAKEOVER,
                  beginning.on(),
                  beginning.cost(),
                  accumulated == null ? Money.zero(beginning.cost().currency()) : accumulated,
                  journal,
                  null));
      audit.record(
          new AuditEntry(
              asset.organizationId(),
              by,
              "entered",
              "assets.asset",
              asset.number(),
              null,
              wanted.get(i)));
    }
    store.insert(rows);
  }

  private @Nullable UUID acquisition(
      Asset asset, AssetCategory category, Beginning beginning, Actor by) {
    String contra = beginning.contraAccount();
    if (contra == null) {
      return null;
    }
    return journals.post(
        asset,
        AssetJournals.ACQUISITION,
        1,
        beginning.on(),
        List.of(
            journals.placed(asset, DraftLine.debit(category.costAccount(), beginning.cost())),
            journals.placed(asset, DraftLine.credit(contra, beginning.cost()))),
        by);
  }
}
