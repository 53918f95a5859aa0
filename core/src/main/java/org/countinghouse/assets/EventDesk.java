package org.countinghouse.assets;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.schedule.DepreciationSchedule;
import org.countinghouse.assets.schedule.Revision;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** What everything that happens to an asset has in common: locked, checked, recorded, told. */
@Component
class EventDesk {

  private final AssetStore store;
  private final AssetCategories categories;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  EventDesk(
      AssetStore store,
      AssetCategories categories,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.categories = categories;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** The asset, kept from others, to which something may happen on this day for this reason. */
  History open(UUID assetId, LocalDate on, String reason) {
    History history = store.lock(assetId);
    history.requireOpenOn(on);
    requireReason(reason);
    return history;
  }

  History lock(UUID assetId) {
    return store.lock(assetId);
  }

  TransactionRow transaction(UUID transactionId) {
    return store.transaction(transactionId);
  }

  DepreciationSchedule schedule(History history) {
    Month yearStart =
        organizations.byId(history.asset().organizationId()).fiscalYearStart().getMonth();
    return history
        .schedule(yearStart)
        .orElseThrow(() -> AssetsError.GONE.with(history.asset().number()));
  }

  AssetCategory category(Asset asset) {
    return categories.require(asset.organizationId(), asset.category());
  }

  Movement movement(History history, AssetCategory category, Actor by) {
    return new Movement(history.asset(), category, by, now());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Records what happened; the last of the rows is what was asked for. */
  AssetTransaction record(List<TransactionRow> rows, Asset asset, String action, Actor by) {
    store.insert(rows);
    AssetTransaction done = AssetStore.transaction(rows.get(rows.size() - 1));
    audit.record(
        new AuditEntry(
            asset.organizationId(), by, action, "assets.asset", asset.number(), null, done));
    return done;
  }

  /** Records a new estimate. */
  Revision revise(Asset asset, Revision revision, String reason, Actor by) {
    store.insert(
        new AssetMapper.RevisionRow(
            Ids.next(),
            asset.organizationId(),
            asset.id(),
            revision.from().atDay(1),
            revision.lifeMonths(),
            revision.residual().amount(),
            revision.residual().currency().getCurrencyCode(),
            reason,
            by.username(),
            now()));
    audit.record(
        new AuditEntry(
            asset.organizationId(),
            by,
            "estimated-anew",
            "assets.asset",
            asset.number(),
            asset.terms(),
            revision));
    return revision;
  }

  static void requirePositive(String what, Money amount, Money sample) {
    if (!amount.currency().equals(sample.currency()) || amount.amount().signum() <= 0) {
      throw AssetsError.AMOUNT_INVALID.with(
          what, "an amount in " + sample.currency() + " above zero", amount);
    }
  }

  static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw AssetsError.REASON_MISSING.with();
    }
  }
}
