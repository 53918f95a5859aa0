package org.countinghouse.assets;

import java.util.List;
import java.util.UUID;
import org.countinghouse.assets.AssetMapper.AssetQuery;
import org.countinghouse.assets.schedule.DepreciationSchedule;
import org.countinghouse.assets.schedule.Revision;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of fixed assets, to read. */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class AssetRegister {

  private static final int PAGE_MAX = 500;

  private final AssetMapper mapper;
  private final AssetStore store;
  private final Organizations organizations;

  AssetRegister(AssetMapper mapper, AssetStore store, Organizations organizations) {
    this.mapper = mapper;
    this.store = store;
    this.organizations = organizations;
  }

  /**
   * Which assets.
   *
   * @param text part of the name, or a whole tag or serial number
   * @param limit at most 500
   */
  public record Query(
      UUID organizationId,
      @Nullable String category,
      @Nullable String costCentre,
      @Nullable String text,
      int limit,
      int offset) {}

  /** Those asked for, by number. */
  public List<Asset> list(Query query) {
    return mapper
        .listAssets(
            new AssetQuery(
                query.organizationId(),
                query.category(),
                query.costCentre(),
                query.text(),
                Math.max(1, Math.min(PAGE_MAX, query.limit())),
                Math.max(0, query.offset())))
        .stream()
        .map(AssetStore::asset)
        .toList();
  }

  /**
   * The asset of this id.
   *
   * @throws BusinessException {@code assets.asset-unknown}
   */
  public Asset require(UUID assetId) {
    return store.require(assetId).asset();
  }

  /**
   * What it stands at with everything recorded so far.
   *
   * @throws BusinessException {@code assets.asset-unknown}
   */
  public AssetValue value(UUID assetId) {
    return store.require(assetId).value();
  }

  /**
   * Everything that happened to its value, in the order it was recorded.
   *
   * @throws BusinessException {@code assets.asset-unknown}
   */
  public List<AssetTransaction> transactions(UUID assetId) {
    return store.require(assetId).rows().stream().map(AssetStore::transaction).toList();
  }

  /**
   * New estimates of its life and residual, in the order they were made.
   *
   * @throws BusinessException {@code assets.asset-unknown}
   */
  public List<Revision> revisions(UUID assetId) {
    return store.require(assetId).revisions();
  }

  /**
   * The transaction of this id.
   *
   * @throws BusinessException {@code assets.transaction-unknown}
   */
  public AssetTransaction transaction(UUID transactionId) {
    return AssetStore.transaction(store.transaction(transactionId));
  }

  /**
   * How it is written down, month by month, to the end of its life as things stand.
   *
   * @throws BusinessException {@code assets.asset-unknown}
   */
  public List<DepreciationSchedule.Line> schedule(UUID assetId) {
    History history = store.require(assetId);
    var yearStart =
        organizations.byId(history.asset().organizationId()).fiscalYearStart().getMonth();
    return history
        .schedule(yearStart)
        .map(schedule -> schedule.lines(schedule.end()))
        .orElse(List.of());
  }
}
