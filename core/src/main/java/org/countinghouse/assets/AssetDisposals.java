package org.countinghouse.assets;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.AssetTransaction.Kind;
import org.countinghouse.assets.schedule.DepreciationSchedule;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How assets leave the books. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AssetDisposals {

  private final EventDesk desk;
  private final AssetJournals journals;
  private final ChartOfAccounts chart;

  AssetDisposals(EventDesk desk, AssetJournals journals, ChartOfAccounts chart) {
    this.desk = desk;
    this.journals = journals;
    this.chart = chart;
  }

  /**
   * Lets an asset go, or a part of it: depreciation up to the day its convention says, then cost
   * and what was written down leave the books, and what is left between the book value and the
   * proceeds is gain or loss (IAS 16.67-72), all in one journal.
   *
   * @throws BusinessException {@code assets.asset-unknown}, {@code assets.gone}, {@code
   *     assets.amount-invalid}, {@code assets.too-much}, {@code assets.proceeds-account}, {@code
   *     assets.reason-missing}, {@code assets.before-last-event}, {@code
   *     assets.after-depreciation}, {@code assets.depreciation-outstanding}, {@code
   *     ledger.purpose-unassigned}
   */
  public AssetTransaction dispose(UUID assetId, Disposal wanted, Actor by) {
    History history = desk.open(assetId, wanted.on(), wanted.reason());
    Asset asset = history.asset();
    AssetCategory category = desk.category(asset);
    Leaving leaving = leaving(history, wanted);
    UUID journal =
        journals.post(
            asset,
            AssetJournals.DISPOSAL,
            history.rows().size() + 1,
            wanted.on(),
            lines(asset, category, wanted, leaving),
            by);
    Movement movement = desk.movement(history, category, by);
    List<TransactionRow> rows = new ArrayList<>();
    if (!leaving.catchUp().isZero()) {
      Money none = Money.zero(leaving.cost().currency());
      rows.add(
          movement.of(
              Kind.DEPRECIATION, wanted.on(), none, leaving.catchUp(), journal, wanted.reason()));
    }
    rows.add(
        movement.disposal(
            wanted.on(),
            leaving.cost(),
            leaving.accumulated(),
            wanted.proceeds(),
            journal,
            wanted.reason()));
    return desk.record(rows, asset, "disposed-of", by);
  }

  /**
   * What leaves.
   *
   * @param catchUp depreciation up to the disposal that is not posted yet; negative where too much
   *     was
   */
  private record Leaving(Money cost, Money accumulated, Money catchUp) {}

  private Leaving leaving(History history, Disposal wanted) {
    Money whole = history.value().cost();
    Money part = wanted.cost() == null ? whole : wanted.cost();
    check(history.asset(), wanted, part, whole);
    DepreciationSchedule schedule = desk.schedule(history);
    YearMonth month = YearMonth.from(wanted.on());
    YearMonth before = month.minusMonths(1);
    if (!schedule.chargedThrough(before).equals(history.depreciatedThrough(before))) {
      throw AssetsError.DEPRECIATION_OUTSTANDING.with(history.asset().number(), before);
    }
    DepreciationSchedule.Disposal due = schedule.disposal(wanted.on(), part);
    return new Leaving(
        part,
        new Money(due.accumulated(), whole.currency()),
        new Money(due.charged(), whole.currency()).minus(history.depreciatedThrough(month)));
  }

  private static void check(Asset asset, Disposal wanted, Money part, Money whole) {
    EventDesk.requirePositive("What goes of the cost", part, whole);
    if (part.compareTo(whole) > 0) {
      throw AssetsError.TOO_MUCH.with(asset.number(), whole, part);
    }
    Money proceeds = wanted.proceeds();
    if (proceeds.isNegative() || !proceeds.currency().equals(whole.currency())) {
      throw AssetsError.AMOUNT_INVALID.with(
          "The proceeds", "an amount in " + whole.currency() + ", zero or more", proceeds);
    }
    if (!proceeds.isZero() && wanted.proceedsAccount() == null) {
      throw AssetsError.PROCEEDS_ACCOUNT.with(asset.number());
    }
  }

  private List<DraftLine> lines(
      Asset asset, AssetCategory category, Disposal wanted, Leaving leaving) {
    AssetDetails details = asset.details();
    String where = details.costCentre();
    List<DraftLine> lines = new ArrayList<>();
    String written = category.depreciationAccount();
    String expense = category.expenseAccount();
    if (written != null && expense != null) {
      lines.add(
          DraftLine.debit(expense, leaving.catchUp()).at(where).forProject(details.project()));
      lines.add(DraftLine.credit(written, leaving.catchUp()));
      lines.add(DraftLine.debit(written, leaving.accumulated()));
    }
    lines.add(DraftLine.credit(category.costAccount(), leaving.cost()));
    String proceedsAccount = wanted.proceedsAccount();
    if (proceedsAccount != null) {
      lines.add(DraftLine.debit(proceedsAccount, wanted.proceeds()));
    }
    Money result = wanted.proceeds().minus(leaving.cost().minus(leaving.accumulated()));
    if (!result.isZero()) {
      AccountPurpose purpose =
          result.isNegative() ? AccountPurpose.DISPOSAL_LOSS : AccountPurpose.DISPOSAL_GAIN;
      String account = chart.forPurpose(asset.organizationId(), purpose).code();
      lines.add(DraftLine.credit(account, result).at(where).forProject(details.project()));
    }
    return lines;
  }
}
