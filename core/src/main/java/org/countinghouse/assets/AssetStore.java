package org.countinghouse.assets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.assets.AssetMapper.AssetRow;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.schedule.Revision;
import org.countinghouse.assets.schedule.Terms;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Between what is stored and what is meant. */
@Component
class AssetStore {

  private static final int ROWS_PER_STATEMENT = 1_000;

  private final AssetMapper mapper;

  AssetStore(AssetMapper mapper) {
    this.mapper = mapper;
  }

  History require(UUID assetId) {
    AssetRow row = mapper.find(assetId);
    if (row == null) {
      throw AssetsError.ASSET_UNKNOWN.with(assetId);
    }
    Map<YearMonth, BigDecimal> units =
        mapper.listUnits(row.organizationId(), assetId).stream()
            .collect(
                Collectors.toMap(
                    each -> YearMonth.from(each.period()), AssetMapper.UnitsRow::units));
    List<Revision> revisions =
        mapper.listRevisions(row.organizationId(), assetId).stream()
            .map(AssetStore::revision)
            .toList();
    return new History(asset(row), mapper.listTransactions(assetId), units, revisions);
  }

  /** The same, after waiting for whoever changes the register of its organization. */
  History lock(UUID assetId) {
    AssetRow row = mapper.find(assetId);
    if (row == null) {
      throw AssetsError.ASSET_UNKNOWN.with(assetId);
    }
    mapper.lockRegister(row.organizationId());
    return require(assetId);
  }

  TransactionRow transaction(UUID transactionId) {
    TransactionRow row = mapper.findTransaction(transactionId);
    if (row == null) {
      throw AssetsError.TRANSACTION_UNKNOWN.with(transactionId);
    }
    return row;
  }

  void insert(AssetMapper.RevisionRow row) {
    mapper.insertRevision(row);
  }

  void insert(List<TransactionRow> rows) {
    for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
      mapper.insertTransactions(
          rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)));
    }
  }

  static Asset asset(AssetRow row) {
    Currency currency = Currency.getInstance(row.currency());
    return new Asset(
        row.id(),
        row.organizationId(),
        Asset.number(row.number()),
        row.name(),
        row.category(),
        new AssetDetails(
            row.tag(), row.serialNumber(), row.location(), row.costCentre(), row.project()),
        new Terms(
            row.method(),
            row.convention(),
            row.inServiceOn(),
            row.lifeMonths(),
            row.annualRate(),
            money(row.residual(), currency),
            row.units()),
        row.unit(),
        row.version());
  }

  static Revision revision(AssetMapper.RevisionRow row) {
    return new Revision(
        YearMonth.from(row.period()),
        row.lifeMonths(),
        money(row.residual(), Currency.getInstance(row.currency())));
  }

  static AssetTransaction transaction(TransactionRow row) {
    Currency currency = Currency.getInstance(row.currency());
    return new AssetTransaction(
        row.id(),
        row.organizationId(),
        row.assetId(),
        row.kind(),
        row.effectiveOn(),
        money(row.cost(), currency),
        money(row.accumulated(), currency),
        row.proceeds() == null ? null : money(row.proceeds(), currency),
        row.journalId(),
        row.reversesId(),
        row.reason(),
        row.createdBy(),
        row.recordedAt());
  }

  static AssetRow row(UUID id, long number, Asset asset) {
    Terms terms = asset.terms();
    AssetDetails details = asset.details();
    return new AssetRow(
        id,
        asset.organizationId(),
        number,
        details.tag(),
        asset.name(),
        asset.category(),
        details.serialNumber(),
        details.location(),
        details.costCentre(),
        details.project(),
        terms.inServiceOn(),
        terms.method(),
        terms.convention(),
        terms.lifeMonths(),
        terms.annualRate(),
        terms.residual().amount(),
        terms.residual().currency().getCurrencyCode(),
        terms.units(),
        asset.unit(),
        asset.version());
  }

  static LocalDate firstOfMonth(LocalDate day) {
    return day.withDayOfMonth(1);
  }

  /** Stored with four decimals; base amounts never use more than the currency has. */
  static Money money(BigDecimal stored, Currency currency) {
    return Money.rounded(stored, currency, RoundingMode.UNNECESSARY);
  }

  static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }
}
